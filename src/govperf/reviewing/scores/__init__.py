"""Scores (得分核对): do printed scores, rates, totals and grades follow from the figures beside them?"""
