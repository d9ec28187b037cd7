"""Which figures of the ledger answer a question, and what is computed from them?"""
