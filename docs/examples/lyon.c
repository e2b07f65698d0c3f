/* A disc as pixels: its area can be counted. */
#include <simple_native.h>
#include <stdio.h>

int main(void) {
    int64_t disc = rt_lyon_path_circle(50.0, 50.0, 40.0);
    RtPathBounds box = rt_lyon_path_get_bounds(disc);
    RtBytes pixels = rt_lyon_path_rasterize(disc, 1, 0xFF8800FF, 100, 100);
    double area = 0.0;
    for (int64_t i = 3; i < pixels.len; i += 4) area += pixels.data[i] / 255.0;
    printf("%.0f to %.0f across, area over r squared: %.2f\n", box.min_x, box.max_x, area / 1600.0);
    rt_bytes_free(pixels.data, pixels.len);
    rt_lyon_path_free(disc);
    return 0;
}

// Prints:
// 10 to 90 across, area over r squared: 3.14
