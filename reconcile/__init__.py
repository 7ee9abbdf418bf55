"""Cross-source claim reconciliation: where outlets agree, where they clash, and who says so."""
