"""Does the check pass if and only if the strict build passes? Pages and settings are mutated at random."""
