"""From the data folder to published handbooks: a plan of what has changed, and a job for each municipality that has."""
