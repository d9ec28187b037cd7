"""How is a chat model asked to word an answer, and its words checked?"""
