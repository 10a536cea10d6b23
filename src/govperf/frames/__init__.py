"""Columns of any dataframe (数据表): the same rules over many rows at once."""
