"""Fine-tunes the small contextual encoder that reads what a sentence says; needs torch, tokenizers and onnx."""
