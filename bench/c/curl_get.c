/* GETs URL COUNT times over one easy handle for each line on its input, and says when it is done. */
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>

static size_t take(char *data, size_t size, size_t count, void *sum) {
    (void)data;
    *(size_t *)sum += size * count;
    return size * count;
}

int main(int count, char **arguments) {
    if (count != 3) return 2;
    CURL *curl = curl_easy_init();
    size_t sum = 0;
    curl_easy_setopt(curl, CURLOPT_URL, arguments[1]);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &sum);
    while (getchar() != EOF) {
        for (int i = atoi(arguments[2]); i > 0; i--)
            if (curl_easy_perform(curl) != CURLE_OK) return 1;
        puts("done");
        fflush(stdout);
    }
    curl_easy_cleanup(curl);
    return sum == 0;
}
