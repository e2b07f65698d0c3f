/* Loads the built-in module, which calls functions by name, and hears of it in the queue of events. */
#include <simple_native.h>
#include <stdio.h>

static void say(char *text) {
    puts(text);
    rt_text_free(text);
}

int main(void) {
    const char *kinds[] = {"module"};
    int64_t events = rt_events_subscribe(kinds, 1);

    int64_t module = rt_module_load("native");
    say(rt_module_send(module, "query", "{\"call\":\"rt_regex_find_quick\",\"args\":[\"[0-9]+\",\"made in 2026\"]}"));
    say(rt_module_send(module, "query", "{\"call\":\"rt_regex_find_quick\",\"args\":[null,\"made in 2026\"]}"));
    say(rt_module_send(module, "ask", "null"));
    rt_module_unload(module);

    for (;;) {
        char *event = rt_events_next(events, 0);
        if (rt_text_len(event) == 0) {
            rt_text_free(event);
            break;
        }
        say(event);
    }
    rt_events_unsubscribe(events);
    return 0;
}

// Prints:
// {"status":"success","data":"2026"}
// {"status":"error","error":"`pattern` is NULL","data":""}
// {"status":"error","error":"`message_type` is \"ask\", which is none of init, command, query, mutation, event"}
// {"kind":"module","sequence":1,"dropped":0,"data":{"type":"loaded","name":"native","path":"native"}}
// {"kind":"module","sequence":2,"dropped":0,"data":{"type":"unloaded","name":"native","path":"native","code_stays":false}}
