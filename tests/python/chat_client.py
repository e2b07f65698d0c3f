"""OpenAI's own client against `examples/chat_server.py`, whose address is the only argument: prints what it gets as JSON."""

import json
import sys
import threading

import openai

client = openai.OpenAI(base_url=sys.argv[1], api_key="none", max_retries=0)
PROMPT = "The lamp turned and turned,"
ASKED = dict(model="local", messages=[{"role": "user", "content": PROMPT}], max_tokens=12, temperature=0)


def streamed():
    chunks = list(client.chat.completions.create(**ASKED, stream=True, stream_options={"include_usage": True}))
    text = "".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices)
    return text, len(chunks), chunks[-2].choices[0].finish_reason, chunks[-1].usage.completion_tokens


def together(count):
    texts = [None] * count

    def ask(place):
        texts[place] = client.chat.completions.create(**ASKED).choices[0].message.content

    threads = [threading.Thread(target=ask, args=(place,)) for place in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return texts


whole = client.chat.completions.create(**ASKED, logprobs=True)
said = whole.choices[0].message.content
# The next turn begins as the first one did.
turn = [*ASKED["messages"], {"role": "assistant", "content": said}, {"role": "user", "content": " and"}]
again = client.chat.completions.create(**(ASKED | {"messages": turn}))
stopped = client.completions.create(model="local", prompt=PROMPT, max_tokens=40, temperature=0, stop=["light"])
try:
    client.chat.completions.create(**(ASKED | {"temperature": 5}))
    refused = ""
except openai.BadRequestError as error:
    refused = error.message
# One who goes away in the midst leaves the server as it was.
left = client.chat.completions.create(**(ASKED | {"max_tokens": 200}), stream=True)
next(iter(left))
left.close()
schema = {"type": "object", "properties": {"light": {"enum": ["on", "off"]}, "turns": {"type": "integer", "minimum": 1, "maximum": 9}},
          "required": ["light", "turns"], "additionalProperties": False, "x-guidance": {"whitespace_flexible": False}}
shaped = client.chat.completions.create(**(ASKED | {"max_tokens": 60}), response_format={"type": "json_schema", "json_schema": {"name": "lamp", "schema": schema}})
plain = client.chat.completions.create(**ASKED).choices[0].message.content
embedded = client.embeddings.create(model="local", input=["One night", "Figaro"], encoding_format="float")
print(json.dumps({
    "lengths": [sum(value * value for value in one.embedding) for one in embedded.data],
    "shaped": [shaped.choices[0].message.content, shaped.choices[0].finish_reason],
    "plain": plain,
    "models": [model.id for model in client.models.list()],
    "said": said,
    "finish": whole.choices[0].finish_reason,
    "made": whole.usage.completion_tokens,
    "logprobs": [entry.logprob for entry in whole.choices[0].logprobs.content],
    "cached": again.usage.prompt_tokens_details.cached_tokens,
    "given": whole.usage.prompt_tokens,
    "streamed": streamed(),
    "stopped": stopped.choices[0].text,
    "refused": refused,
    "together": together(4),
}))
