"""What several rules compute from the records: membership, meetings, paths, ages, words. No rule stands here."""
