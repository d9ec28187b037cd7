"""What do the documents tell of projects: one's facts, its story, the list of those that meet a condition?"""
