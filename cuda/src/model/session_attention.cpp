#include "model/session.h"
#include <algorithm>

namespace sncuda {

// Each head's matrix times its part of the rows.
void Session::matmul_heads(const Weight &weights, Address x, uint32_t x_row, uint32_t x_head, Address out, uint32_t out_row, uint32_t out_head, uint32_t batch) {
    uint32_t heads = model_->config().heads, columns = uint32_t(weights.columns), rows = uint32_t(weights.rows / heads);
    Address in = workspace_.head_in.address(), made = workspace_.head_out.address();
    for (uint32_t h = 0; h < heads; h++) {
        queue_->rearrange({x + uint64_t(h) * x_head * 4, x_row, 0, in, columns, 0, batch, 1, columns});
        queue_->matmul(weights.part(h, heads), in, batch, made);
        queue_->rearrange({made, rows, 0, out + uint64_t(h) * out_head * 4, out_row, 0, batch, 1, rows});
    }
}

// DeepSeek's latent attention: keys and values are made of one latent vector for all heads, and of one part that is turned.
// That part comes first here. Where the cache keeps the latent vector, queries are brought to it, and values come of it
// after all.
void Session::project_latent(const Layer &layer, uint32_t batch) {
    const Config &c = model_->config();
    const Workspace &w = workspace_;
    uint32_t rotated = c.rope.rotated, one = c.plain_key + rotated, queries = c.heads * c.head_size, keys = c.n_kv_heads * c.head_size;
    Address normal = branch_input(), whole = w.whole_query.address(), latent = w.latent.address(), both = w.key_value_latent.address();
    Address query = w.query.address(), key = w.key.address(), value = w.value.address();
    if (layer.query_latent) {
        Address made = w.query_latent.address();
        queue_->matmul(layer.query_latent, normal, batch, made);
        queue_->rms_norm(made, layer.query_latent_norm, batch, c.query_latent, c.epsilon, made);
        queue_->matmul(layer.query, made, batch, whole);
    } else {
        queue_->matmul(layer.query, normal, batch, whole);
    }
    queue_->matmul(layer.key_value_latent, normal, batch, both);
    queue_->rearrange({both, c.latent + rotated, 0, latent, c.latent, 0, batch, 1, c.latent});
    queue_->rms_norm(latent, layer.latent_norm, batch, c.latent, c.epsilon, latent);
    queue_->rearrange({whole + uint64_t(c.plain_key) * 4, c.heads * one, one, query, queries, c.head_size, batch, c.heads, rotated});
    queue_->rearrange({both + uint64_t(c.latent) * 4, c.latent + rotated, 0, key, keys, c.head_size, batch, c.n_kv_heads, rotated});
    Address query_rest = query + uint64_t(rotated) * 4, key_rest = key + uint64_t(rotated) * 4;
    if (c.keeps_latent()) {
        matmul_heads(layer.key_latent, whole, c.heads * one, one, query_rest, queries, c.head_size, batch);
        queue_->rearrange({latent, c.latent, 0, key_rest, keys, 0, batch, 1, c.latent});
        queue_->rearrange({latent, c.latent, 0, value, c.latent, 0, batch, 1, c.latent});
        return;
    }
    Address plain = w.plain.address();
    uint32_t made = c.plain_key + c.plain_value;
    queue_->matmul(layer.key_value_plain, latent, batch, plain);
    queue_->rearrange({whole, c.heads * one, one, query_rest, queries, c.head_size, batch, c.heads, c.plain_key});
    queue_->rearrange({plain, c.heads * made, made, key_rest, keys, c.head_size, batch, c.heads, c.plain_key});
    queue_->rearrange({plain + uint64_t(c.plain_key) * 4, c.heads * made, made, value, c.heads * c.plain_value, c.plain_value, batch, c.heads, c.plain_value});
}

void Session::values_of_latent(const Layer &layer, uint32_t batch) {
    const Config &c = model_->config();
    matmul_heads(layer.value_plain, workspace_.attended.address(), c.heads * c.latent, c.latent, workspace_.plain.address(), c.heads * c.plain_value,
                 c.plain_value, batch);
}

void Session::project(const Layer &layer, uint32_t batch) {
    const Config &c = model_->config();
    if (c.latent != 0) return project_latent(layer, batch);
    uint32_t queries = c.heads * c.head_size, keys = c.n_kv_heads * c.head_size, values = c.n_kv_heads * c.value_size;
    Address normal = branch_input();
    if (layer.fused_qkv) {
        Address fused = workspace_.fused.address();
        uint32_t stride = queries + keys + values;
        queue_->matmul(layer.fused_qkv, normal, batch, fused);
        if (layer.fused_qkv_bias) queue_->add_bias(fused, layer.fused_qkv_bias, batch, stride);
        queue_->slice(fused, batch, queries, stride, workspace_.query.address());
        queue_->slice(fused + uint64_t(queries) * 4, batch, keys, stride, workspace_.key.address());
        queue_->slice(fused + (uint64_t(queries) + keys) * 4, batch, values, stride, workspace_.value.address());
    } else {
        const Weight *weights[] = {&layer.query, &layer.key, &layer.value};
        Address out[] = {workspace_.query.address(), workspace_.key.address(), workspace_.value.address()};
        queue_->grouped_matmul(weights, out, 3, normal, batch);
    }
    if (layer.query_bias) queue_->add_bias(workspace_.query.address(), layer.query_bias, batch, queries);
    if (layer.key_bias) queue_->add_bias(workspace_.key.address(), layer.key_bias, batch, keys);
    if (layer.value_bias) queue_->add_bias(workspace_.value.address(), layer.value_bias, batch, values);
    bool whole = c.query_key_norm == Config::whole;
    if (layer.query_norm) {
        queue_->rms_norm(workspace_.query.address(), layer.query_norm, whole ? batch : batch * c.heads, whole ? queries : c.head_size, c.epsilon,
                         workspace_.query.address());
    }
    if (layer.key_norm) {
        queue_->rms_norm(workspace_.key.address(), layer.key_norm, whole ? batch : batch * c.n_kv_heads, whole ? keys : c.head_size, c.epsilon,
                         workspace_.key.address());
    }
}

// Calls each(rows) for the session's own batch, or for each of those that share one.
template <class Each> void Session::each_session(uint32_t batch, Each each) {
    if (together_.empty()) return each(Rows{*this, 0, batch, position_at()});
    for (uint32_t i = 0; i < batch; i++) each(Rows{*together_[i], i, 1, 0});
}

void Session::turn_and_store(uint32_t index, const Rows &rows) {
    const Config &c = model_->config();
    const Session &of = rows.session;
    uint32_t queries = c.heads * c.head_size, keys = c.n_kv_heads * c.head_size, values = c.n_kv_heads * c.value_size;
    Address query = workspace_.query.address() + uint64_t(rows.first) * queries * 4, key = workspace_.key.address() + uint64_t(rows.first) * keys * 4;
    Address value = workspace_.value.address() + uint64_t(rows.first) * values * 4;
    Rope rope = model_->rope(of.capacity_, index);
    if (c.has_temperature(index)) {
        queue_->scale_by_position(query, rows.count, queries, of.position_, c.temperature_scale, c.temperature_length, c.temperature_offset);
    }
    if (c.query_key_norm == Config::after_rope && rope.rotated != 0) {
        queue_->rope(query, rope, rows.count, of.position_, c.heads, c.head_size);
        queue_->rope(key, rope, rows.count, of.position_, c.n_kv_heads, c.head_size);
        queue_->rms_norm(query, 0, rows.count * c.heads, c.head_size, c.epsilon, query);
        queue_->rms_norm(key, 0, rows.count * c.n_kv_heads, c.head_size, c.epsilon, key);
        rope.rotated = 0;
    }
    queue_->rope_and_store_kv({query, key, value, of.cache_of(index, false), of.cache_of(index, true), rope, rows.count, of.position_, rows.position_at,
                               c.heads, c.n_kv_heads, c.head_size, c.value_size});
}

void Session::attend(const Layer &layer, uint32_t index, const Rows &rows) {
    const Config &c = model_->config();
    const Session &of = rows.session;
    uint64_t query_row = uint64_t(c.heads) * c.head_size * 4, out_row = uint64_t(c.heads) * c.value_size * 4;
    Attention attention{workspace_.query.address() + rows.first * query_row, of.cache_of(index, false), of.cache_of(index, true),
                        workspace_.attended.address() + rows.first * out_row, of.workspace_.scores.address(), rows.count,
                        of.position_, c.heads, c.n_kv_heads, c.head_size, c.value_size, c.window_of(index),
                        c.attention_scale, c.attention_softcap, rows.position_at, of.capacity_};
    attention.chunks = c.window_chunks;
    attention.sinks = layer.sinks;
    c.encoder ? look_around(attention) : queue_->attention(attention);
}

// All positions see all: some rows of scores at a time.
void Session::look_around(Attention attention) {
    const Config &c = model_->config();
    uint32_t all = attention.batch, most = std::min(all, queue_->prompt_batch(c.heads, capacity_));
    attention.seen_by_all = attention.position + all;
    for (uint32_t first = 0; first < all; first += most) {
        attention.batch = std::min(most, all - first);
        queue_->attention(attention);
        attention.queries += uint64_t(most) * c.heads * c.head_size * 4;
        attention.out += uint64_t(most) * c.heads * c.value_size * 4;
    }
}

void Session::attention(const Layer &layer, uint32_t index, uint32_t batch) {
    const Config &c = model_->config();
    project(layer, batch);
    each_session(batch, [&](const Rows &rows) {
        turn_and_store(index, rows);
        attend(layer, index, rows);
    });
    if (c.keeps_latent()) values_of_latent(layer, batch);
    Address attended = c.keeps_latent() ? workspace_.plain.address() : workspace_.attended.address();
    queue_->matmul(layer.attention_out, attended, batch, workspace_.projected.address());
    if (layer.attention_out_bias) {
        queue_->add_bias(workspace_.projected.address(), layer.attention_out_bias, batch, c.n_embd);
    }
}

} // namespace sncuda
