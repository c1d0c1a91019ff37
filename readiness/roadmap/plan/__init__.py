"""The roadmap under capacity: who does what in which week (method 8)."""
