"""A concept as a workbook, edited and merged back."""
