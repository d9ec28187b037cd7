"""Which things does a question of several parts ask, and how are their answers put together?"""
