"""What is shipped beside the code: icons, translations, the sample network. Read through importlib.resources."""
