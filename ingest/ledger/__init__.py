"""What do sentences and tables put into the ledger: figures and projects, each tied to its span?"""
