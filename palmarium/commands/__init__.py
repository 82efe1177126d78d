"""What an editor runs: the command line, the preview, drafts, manuals, figures."""
