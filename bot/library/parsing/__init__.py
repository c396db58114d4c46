"""What all formats share: bytes to text, headers, archives, drafts."""
