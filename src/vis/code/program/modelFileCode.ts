/** Python that reads a model file of the app with the standard library and torch alone. */
import type { ProgramPlan } from "./plan";
import { define, literal } from "./python";

export function modelFileCode({ shape, texts }: ProgramPlan): string[] {
  const order = shape.sourceOrder === "reversed" ? "ids[::-1]" : "ids";
  return [
    ...define(0, {
      signature: "read_file(path)",
      about: texts.readFile,
      body: [
        "data = Path(path).read_bytes()",
        '(length,) = struct.unpack("<Q", data[:8])',
        "header = json.loads(data[8 : 8 + length])",
        'metadata = header.pop("__metadata__")',
        "tensors = {}",
        "for name, entry in header.items():",
        '    start, end = entry["data_offsets"]',
        "    numbers = bytearray(data[8 + length + start : 8 + length + end])",
        '    tensor = torch.frombuffer(numbers, dtype=torch.float32).reshape(entry["shape"])',
        "    tensors[name] = tensor",
        "return tensors, metadata",
      ],
    }),
    "",
    "",
    ...define(0, {
      signature: "load(path)",
      about: texts.load,
      body: [
        "tensors, metadata = read_file(path)",
        // files of earlier versions name neither the kind of network nor the decoder's layers
        'older = {"network": "recurrent", "decoderLayers": "same"}',
        'config = {**older, **json.loads(metadata["config"])}',
        "for name, wanted in SETTINGS.items():",
        "    found = config[name]",
        "    if found != wanted:",
        `        sys.exit(f${literal(texts.otherModel)})`,
        'source_tokens = json.loads(metadata["source_vocabulary"])',
        'target_tokens = json.loads(metadata["target_vocabulary"])',
        "model = Seq2Seq(len(source_tokens), len(target_tokens))",
        "model.load_state_dict(tensors)",
        "return model, source_tokens, target_tokens",
      ],
    }),
    "",
    "",
    ...define(0, {
      signature: "source_ids(tokens, vocabulary)",
      about: texts.sourceIds,
      body: [
        "known = {token: i for i, token in enumerate(vocabulary)}",
        "ids = [known.get(token, UNK) for token in tokens]",
        shape.sourceOrder === "reversed"
          ? [`return ${order} + [EOS]`, texts.reversed]
          : `return ${order} + [EOS]`,
      ],
    }),
  ];
}
