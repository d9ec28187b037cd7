"""Which sentences of the documents answer a question, in their own words?"""
