/* Objects that only an exchange makes: a server of the program's own, and clients that say what they are told. */
#ifdef _WIN32
#include <winsock2.h>
#define close(socket) closesocket((SOCKET)(socket))
static int setenv(const char *name, const char *value, int over) {
    (void)over;
    return _putenv_s(name, value);
}
#else
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

static int64_t a_server;
/* Their connections stay open for as long as what they made may be in use. */
static int visitors[8];
static unsigned visits;

static const char *an_address(void) {
    static char address[64];
    snprintf(address, sizeof address, "http://127.0.0.1:%d/", (int)rt_http_server_port(a_server));
    return address;
}

static void open_http(void) {
    a_server = rt_http_server_create(0);
    MUST(rt_http_server_route(a_server, "POST", "/pull", "pulled"), "a route");
    MUST(rt_http_server_websocket(a_server, "/websocket", "pulled"), "a websocket's route");
    MUST(rt_http_server_start_background(a_server), "a server that runs");
}

static void hang_up(void) {
    for (int i = 0; i < 8; i++) {
        if (visitors[i] > 0) close(visitors[i]);
        visitors[i] = 0;
    }
}

static void close_http(void) {
    hang_up();
    rt_http_server_destroy(a_server);
}

/* The request that the server makes of `text`. */
static int64_t a_visit(const char *text) {
    struct sockaddr_in server = {
        .sin_family = AF_INET,
        .sin_port = htons((uint16_t)rt_http_server_port(a_server)),
    };
    server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int *visitor = &visitors[visits++ % 8];
    if (*visitor > 0) close(*visitor);
    *visitor = (int)socket(AF_INET, SOCK_STREAM, 0);
    MUST(connect(*visitor, (struct sockaddr *)&server, sizeof server) == 0, "a visit");
    MUST(send(*visitor, text, strlen(text), 0) == (ssize_t)strlen(text), "a visit");
    return rt_http_server_next_request(a_server, 60000);
}

static int64_t a_request(void) {
    return a_visit("POST /pull?a=1 HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\na");
}

static int64_t a_websocket(void) {
    return rt_ws_accept(a_visit("GET /websocket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                                "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"));
}

