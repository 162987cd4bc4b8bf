"""How changes to a handbook are proposed, shown, approved and published, where the files lie on GitHub or GitLab."""
