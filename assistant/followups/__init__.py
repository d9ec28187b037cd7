"""What does a question mean that leans on the turns before it?"""
