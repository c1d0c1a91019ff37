"""Is a cell or gene therapy maker's operation clinical or commercial, and what to fix first?"""

__version__ = "0.1.0"
