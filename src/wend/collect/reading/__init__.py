"""Files become chunks of text columns, in bounded memory, with the line of every row and every row that could not be
read.
"""
