"""Both languages of the interface: merging the translations, and finding what is not translated."""
