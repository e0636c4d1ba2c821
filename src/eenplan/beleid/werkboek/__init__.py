"""A toegangsmodel as a spreadsheet and back, exactly: for policy advisers who think in tables.

The sheets and columns follow from the classes of the policy file, so that a new key has a column from its first day.
"""
