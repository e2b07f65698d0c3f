/* A server with one route, and a client that calls it. */
#include <simple_native.h>
#include <stdio.h>

static int64_t greet(int64_t request, void *user_data) {
    char *name = rt_http_request_param(request, "name"), text[100];
    snprintf(text, sizeof text, "%s, %s!", (const char *)user_data, name);
    rt_text_free(name);
    return rt_http_response_create(200, text);
}

int main(void) {
    rt_http_register_handler("greet", greet, "Hello");
    int64_t server = rt_http_server_create(0);
    rt_http_server_route(server, "GET", "/hello/:name", "greet");
    if (!rt_http_server_start_background(server)) return 1;

    char url[100];
    snprintf(url, sizeof url, "http://127.0.0.1:%d/hello/reader", (int)rt_http_server_port(server));
    RtHttpResult answer = rt_http_get(url);
    printf("%d %s%s\n", (int)answer.status, answer.body, answer.error);
    rt_text_free(answer.body);
    rt_text_free(answer.error);
    rt_http_server_destroy(server);
    return 0;
}

// Prints:
// 200 Hello, reader!
