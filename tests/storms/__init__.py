"""Storms: several commands at once, full disks, killed processes, closed pipes."""
