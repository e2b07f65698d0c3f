"""A server for chats, as clients of OpenAI's interface expect one: the models and the HTTP server of this archive.

    PYTHONPATH=$P/bindings/python python3 chat_server.py MODEL.gguf [--port 8080] [--template FILE] [--device -1]

Then, with the package `openai`:

    client = openai.OpenAI(base_url="http://127.0.0.1:8080/v1", api_key="none")
    client.chat.completions.create(model="local", messages=[{"role": "user", "content": "Hello"}], stream=True)

It knows /v1/models, /v1/chat/completions, /v1/completions and /v1/embeddings. Each request is served by a thread of its own. A chat that
goes on where an earlier one ended has only what is new computed.
"""

import argparse
import json
import re
import sys
import threading
import time
import uuid

from simple_native import Error
from simple_native.cuda import CudaContext, CudaEndReason, CudaPooling
from simple_native.http import HttpResponse, HttpServer

FINISHED = {CudaEndReason.MAX_TOKENS: "length", CudaEndReason.CONTEXT_FULL: "length"}
WAIT_MS = 60_000


class Refused(Exception):
    """What a client asked for cannot be had."""


class Chats:
    """A model, and inferences that have ended and may be gone on with."""

    def __init__(self, path, device, template):
        self.context = CudaContext.init(device)
        self.model = self.context.load_model(path)
        self.about = json.loads(self.model.info())
        self.name = self.about["name"] or "local"
        self.template = template
        self.kept, self.lock = [], threading.Lock()

    def tokens_of(self, body):
        if "messages" not in body:
            return self.model.tokenize(body["prompt"], True)
        options = {"tools": body.get("tools"), "variables": body.get("chat_template_kwargs")}
        if self.template:
            options["template"] = self.template
        return self.model.tokenize_chat(json.dumps(body["messages"]), json.dumps(options))

    def options_of(self, body):
        stop = body.get("stop") or []
        most = body.get("max_completion_tokens") or body.get("max_tokens") or self.about["context_length"]
        return {
            "max_tokens": most,
            "temperature": body.get("temperature", 0.8),
            "top_p": body.get("top_p", 1.0),
            "top_k": body.get("top_k", 0),
            "min_p": body.get("min_p", 0.0),
            "repeat_penalty": body.get("repeat_penalty", 1.0),
            "seed": body.get("seed", time.monotonic_ns() % 2**53),
            "stop": [stop] if isinstance(stop, str) else stop,
            "log_probabilities": bool(body.get("logprobs")),
            "control_texts": bool(body.get("tools")),
            "json_schema": self.schema_of(body.get("response_format") or {}),
        }

    @staticmethod
    def schema_of(wanted):
        if wanted.get("type") == "json_schema":
            return wanted["json_schema"].get("schema", True)
        return {"type": "object"} if wanted.get("type") == "json_object" else None

    def start(self, body):
        """An inference that has these tokens, and how many of them were computed before."""
        tokens, options = self.tokens_of(body), self.options_of(body)
        with self.lock:
            common = [self.common(inference, tokens) for inference in self.kept]
            best = max(range(len(common)), key=common.__getitem__, default=None)
            kept = self.kept.pop(best) if best is not None and common[best] > 0 else None
        if kept is None:
            return self.model.inference_start_with_tokens(tokens, json.dumps(options)), len(tokens), 0
        shared = common[best]
        kept.rewind(shared)
        kept.set_options(json.dumps(options))
        kept.feed(tokens[shared:], options["max_tokens"])
        return kept, len(tokens), shared - 1

    @staticmethod
    def common(inference, tokens):
        count = 0
        for ours, theirs in zip(inference.tokens(), tokens):
            if ours != theirs:
                break
            count += 1
        return count

    def keep(self, inference):
        with self.lock:
            self.kept = [*self.kept[-3:], inference]


def pieces(chats, inference, log_probabilities):
    """What the model says, piece by piece, each with its token's log probability where that is asked for."""
    while True:
        made = inference.next_token()
        if not made.has_token:
            return
        entry = None
        if log_probabilities:
            last = inference.last_token()
            text = chats.model.token_text(last.token)
            entry = {"token": text, "logprob": last.log_probability, "bytes": list(text.encode()), "top_logprobs": []}
        yield made.token, entry


def tool_calls(text):
    """Calls of tools, as Qwen's and Hermes' models write them, and the text without them."""
    calls = []
    for number, found in enumerate(re.findall(r"<tool_call>\s*(\{.*?\})\s*</tool_call>", text, re.DOTALL)):
        call = json.loads(found)
        function = {"name": call["name"], "arguments": json.dumps(call.get("arguments", {}))}
        calls.append({"id": f"call_{number}", "type": "function", "function": function})
    return calls, re.sub(r"<tool_call>.*?</tool_call>", "", text, flags=re.DOTALL).strip() if calls else text


class Answer:
    """The answer to one request."""

    def __init__(self, chats, body):
        self.chats, self.body = chats, body
        self.is_chat = "messages" in body
        self.inference, self.given, self.cached = chats.start(body)
        self.made_before = self.inference.statistics().generated_tokens
        kind = "chat.completion" if self.is_chat else "text_completion"
        self.frame = {"id": f"chatcmpl-{uuid.uuid4().hex}", "object": kind, "created": int(time.time()), "model": chats.name}

    def usage(self):
        made = self.inference.statistics().generated_tokens - self.made_before
        cached = {"cached_tokens": self.cached}
        return {"prompt_tokens": self.given, "completion_tokens": made, "total_tokens": self.given + made, "prompt_tokens_details": cached}

    def finish(self):
        return FINISHED.get(self.inference.end_reason(), "stop")

    def pieces(self):
        return pieces(self.chats, self.inference, bool(self.body.get("logprobs")))

    def whole(self):
        said = list(self.pieces())
        text, finish = "".join(piece for piece, _ in said), self.finish()
        choice = {"index": 0, "finish_reason": finish}
        if self.is_chat:
            calls, text = tool_calls(text) if self.body.get("tools") else ([], text)
            choice["message"] = {"role": "assistant", "content": text}
            if calls:
                choice["message"]["tool_calls"], choice["finish_reason"] = calls, "tool_calls"
            if self.body.get("logprobs"):
                choice["logprobs"] = {"content": [entry for _, entry in said]}
        else:
            choice["text"] = text
        return {**self.frame, "choices": [choice], "usage": self.usage()}

    def chunk(self, said, finish=None, entry=None):
        choice = {"index": 0, "finish_reason": finish}
        choice |= {"delta": said} if self.is_chat else {"text": said.get("content", "")}
        if entry:
            choice["logprobs"] = {"content": [entry]}
        kind = "chat.completion.chunk" if self.is_chat else "text_completion"
        return {**self.frame, "object": kind, "choices": [choice]}

    def chunks(self):
        yield self.chunk({"role": "assistant", "content": ""})
        for piece, entry in self.pieces():
            if piece or entry:
                yield self.chunk({"content": piece}, entry=entry)
        yield self.chunk({}, self.finish())
        if (self.body.get("stream_options") or {}).get("include_usage"):
            yield {**self.chunk({}), "choices": [], "usage": self.usage()}


def respond(request, status, value):
    response = HttpResponse.create(status, "")
    response.json(json.dumps(value))
    request.server_respond(response)


def stream(request, answer):
    response = HttpResponse.create(200, "")
    response.set_header("Content-Type", "text/event-stream")
    events = request.response_stream_begin(response, '{"keep_alive_ms": 15000}')
    for chunk in answer.chunks():
        # A client that has gone raises, which ends the computing too.
        events.send_event("", json.dumps(chunk), "", WAIT_MS)
    events.send_event("", "[DONE]", "", WAIT_MS)
    events.finish()


def embeddings(chats, body):
    texts = [body["input"]] if isinstance(body["input"], str) else body["input"]
    data = [
        {"object": "embedding", "index": index, "embedding": chats.model.embed(text, CudaPooling.OF_MODEL, True)}
        for index, text in enumerate(texts)
    ]
    count = sum(len(chats.model.tokenize(text, True)) for text in texts)
    usage = {"prompt_tokens": count, "total_tokens": count}
    return {"object": "list", "model": chats.name, "data": data, "usage": usage}


def body_of(request):
    try:
        body = json.loads(request.body())
    except ValueError as error:
        raise Refused(f"the body is no JSON: {error}") from error
    wanted = {"/v1/chat/completions": "messages", "/v1/embeddings": "input"}.get(request.path(), "prompt")
    if not isinstance(body, dict) or wanted not in body:
        raise Refused(f"the body is no object with `{wanted}`")
    if body.get("n", 1) != 1:
        raise Refused("`n` is not 1")
    return body


def serve(chats, request):
    try:
        if request.method() == "GET":
            model = {"id": chats.name, "object": "model", "created": 0, "owned_by": "local"}
            return respond(request, 200, {"object": "list", "data": [model]})
        body = body_of(request)
        if "input" in body:
            return respond(request, 200, embeddings(chats, body))
        answer = Answer(chats, body)
        if body.get("stream"):
            stream(request, answer)
        else:
            respond(request, 200, answer.whole())
        chats.keep(answer.inference)
    except (Error, Refused) as error:
        try:
            respond(request, 400, {"error": {"message": str(error), "type": "invalid_request_error"}})
        except Error:
            print(f"a client has gone: {error}", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description="a server for chats")
    parser.add_argument("model")
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("--template", help="a chat template in place of the model's own")
    parser.add_argument("--device", type=int, default=-1)
    given = parser.parse_args()
    template = open(given.template).read() if given.template else None
    chats = Chats(given.model, given.device, template)
    server = HttpServer.create(given.port)
    for method, path in [("GET", "/v1/models"), ("POST", "/v1/chat/completions"), ("POST", "/v1/completions"),
                         ("POST", "/v1/embeddings")]:
        server.route(method, path, "chats")
    server.start_background()
    print(f"http://127.0.0.1:{server.port()}/v1", flush=True)
    while True:
        request = server.next_request(1000)
        if request is not None:
            threading.Thread(target=serve, args=(chats, request), daemon=True).start()


if __name__ == "__main__":
    main()
