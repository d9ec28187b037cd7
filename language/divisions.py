"""What are the parts of a place called together, and the whole they lie in? 县市区, 旗县; 全州, 我盟."""

from __future__ import annotations

# Pieces of patterns, to be put into a group. The longest word comes first, for the first that fits is taken.
LEVELS = "省市区县州盟旗"  # what the name of a division ends in
PARTS = (
    r"(?:县[(（]?市、?区[)）]?|市[(（]?区、?县[)）]?|区[(（]?县、?市[)）]?|旗县市?区?|盟市|市州|州市|地州市?|地市(?!场)|"
    r"(?:区县|县区|县市|区市)(?:[(（][市区县]+[)）])?|市县|市区)"
)
WHOLE = rf"[全我本该][{LEVELS}](?![场域级])"
