package simplenative;

// Generated from simple_native.json by `cargo xtask bindings`; not edited by hand.

/** The exported functions as they are: texts are UTF-8. */
final class Raw {
    static {
        Loader.load();
    }

    private Raw() {}

    static native byte[] takeText(long pointer);

    static native long rt_text_len(byte[] text);

    static native void rt_text_free(byte[] text);

    static native void rt_f64_array_free(double[] data);

    static native void rt_i64_array_free(long[] data);

    static native void rt_bytes_free(byte[] data);

    static native void rt_text_array_free(byte[][] data);

    static native long rt_native_abi_version();

    static native long rt_native_abi_hash();

    static native long rt_native_abi_revision();

    static native boolean rt_native_check_abi(long abi_revision, long abi_hash);

    static native byte[] rt_native_version();

    static native byte[] rt_native_manifest();

    static native long rt_native_live_handles();

    static native boolean rt_native_provoke_panic(byte[] message);

    static native byte[] rt_native_get_last_error();

    static native void rt_native_clear_error();

    static native long rt_audio_init();

    static native boolean rt_audio_shutdown(long engine);

    static native boolean rt_audio_set_master_volume(long engine, double volume);

    static native double rt_audio_get_master_volume(long engine);

    static native boolean rt_audio_pause_all(long engine);

    static native boolean rt_audio_resume_all(long engine);

    static native long rt_audio_load_from_file(long engine, byte[] path);

    static native long rt_audio_load_from_memory(long engine, byte[] data);

    static native boolean rt_audio_source_free(long source);

    static native double rt_audio_source_duration(long source);

    static native long rt_audio_play_sound(long engine, long source);

    static native long rt_audio_play_sound_with_volume(long engine, long source, double volume);

    static native long rt_audio_play_sound_looped(long engine, long source);

    static native long rt_audio_play_music(long engine, byte[] path);

    static native long rt_audio_play_music_looped(long engine, byte[] path);

    static native boolean rt_audio_stop_music(long handle);

    static native boolean rt_audio_playback_stop(long handle);

    static native boolean rt_audio_playback_pause(long handle);

    static native boolean rt_audio_playback_resume(long handle);

    static native boolean rt_audio_playback_is_playing(long handle);

    static native boolean rt_audio_playback_is_paused(long handle);

    static native boolean rt_audio_playback_set_volume(long handle, double volume);

    static native double rt_audio_playback_get_volume(long handle);

    static native boolean rt_audio_playback_set_speed(long handle, double speed);

    static native double rt_audio_playback_get_speed(long handle);

    static native long rt_audio_play_sound_spatial(long engine, long source, double x, double y, double z);

    static native boolean rt_audio_playback_set_position(long handle, double x, double y, double z);

    static native byte[] rt_audio_playback_get_position(long handle);

    static native boolean rt_audio_set_listener_position(long engine, double x, double y, double z);

    static native byte[] rt_audio_get_listener_position(long engine);

    static native boolean rt_audio_set_listener_orientation(long engine, double forward_x, double forward_y, double forward_z, double up_x, double up_y, double up_z);

    static native boolean rt_audio_playback_fade_in(long handle, long duration_ms);

    static native boolean rt_audio_playback_fade_out(long handle, long duration_ms);

    static native boolean rt_audio_playback_set_reverb(long handle, double room_size, double damping);

    static native boolean rt_audio_playback_set_delay(long handle, long delay_ms, double decay);

    static native long rt_audio_mixer_create(long engine);

    static native boolean rt_audio_mixer_free(long mixer);

    static native boolean rt_audio_mixer_add_source(long mixer, long source);

    static native boolean rt_audio_mixer_set_volume(long mixer, double volume);

    static native long rt_audio_mixer_play(long mixer);

    static native long rt_audio_source_get_sample_rate(long source);

    static native long rt_audio_source_get_channels(long source);

    static native byte[][] rt_audio_get_supported_formats();

    static native byte[] rt_audio_get_last_error();

    static native boolean rt_audio_available();

    static native void rt_audio_clear_error();

    static native byte[] rt_audio_version();

    static native long rt_audio_init_offline(long sample_rate, long channels);

    static native double[] rt_audio_render(long engine, long frames);

    static native long rt_audio_get_sample_rate(long engine);

    static native long rt_audio_get_channels(long engine);

    static native boolean rt_audio_is_device_playing(long engine);

    static native byte[] rt_audio_take_device_error(long engine);

    static native long rt_audio_load_from_samples(long engine, double[] samples, long sample_rate, long channels);

    static native double[] rt_audio_source_get_samples(long source);

    static native double rt_audio_playback_get_time(long handle);

    static native double rt_audio_playback_get_duration(long handle);

    static native boolean rt_audio_playback_seek(long handle, double seconds);

    static native boolean rt_audio_playback_clear_effects(long handle);

    static native long rt_audio_free_ended(long engine);

    static native boolean rt_cuda_is_available();

    static native long rt_cuda_device_count();

    static native boolean rt_cuda_set_device(long id);

    static native long rt_cuda_get_device();

    static native byte[] rt_cuda_device_name(long id);

    static native long rt_cuda_device_memory(long id);

    static native byte[] rt_cuda_compute_capability(long id);

    static native long rt_cuda_malloc(long size);

    static native boolean rt_cuda_free(long ptr);

    static native boolean rt_cuda_memcpy_h2d(long dst_device, byte[] src_host, long size);

    static native boolean rt_cuda_memcpy_d2h(byte[] dst_host, long src_device, long size);

    static native boolean rt_cuda_memcpy_d2d(long dst, long src, long size);

    static native boolean rt_cuda_memset(long ptr, long value, long size);

    static native long rt_cuda_compile_ptx(byte[] ptx_source);

    static native long rt_cuda_get_function(long module, byte[] name);

    static native boolean rt_cuda_launch_kernel(long func, long gx, long gy, long gz, long blk_x, long blk_y, long blk_z, long shared_mem, long[] args);

    static native boolean rt_cuda_unload_module(long module);

    static native boolean rt_cuda_synchronize();

    static native long rt_cuda_stream_create();

    static native boolean rt_cuda_stream_destroy(long stream);

    static native boolean rt_cuda_stream_synchronize(long stream);

    static native byte[] rt_cuda_get_last_error();

    static native byte[] rt_cuda_peek_last_error();

    static native long rt_cuda_init(long device);

    static native boolean rt_cuda_destroy(long context);

    static native long rt_cuda_load_model(long context, byte[] path);

    static native boolean rt_cuda_unload_model(long model);

    static native long rt_cuda_model_get_vram_usage(long model);

    static native long rt_cuda_inference_start(long model, byte[] prompt, long max_tokens, double temperature, long seed);

    static native byte[] rt_cuda_inference_next_token(long inference);

    static native boolean rt_cuda_inference_free(long inference);

    static native boolean rt_cuda_check_vram_residency(long model);

    static native long rt_cuda_get_vram_usage(long model);

    static native long rt_cuda_get_process_vram_usage(long context);

    static native boolean rt_cuda_check_device_health(long context);

    static native byte[] rt_cuda_error_message(long code);

    static native long rt_cuda_get_last_error_code();

    static native void rt_cuda_clear_error();

    static native boolean rt_cuda_available();

    static native byte[] rt_cuda_version();

    static native long rt_cuda_device_free_memory(long id);

    static native byte[] rt_cuda_error_name(long code);

    static native boolean rt_cuda_error_is_retriable(long code);

    static native long rt_cuda_inference_start_with_options(long model, byte[] prompt, byte[] options_json);

    static native byte[] rt_cuda_inference_statistics(long inference);

    static native byte[] rt_cuda_model_info(long model);

    static native byte[] rt_cuda_model_chat_template(long model);

    static native long[] rt_cuda_model_tokenize(long model, byte[] text, boolean special);

    static native byte[] rt_cuda_model_detokenize(long model, long[] tokens);

    static native byte[] rt_cuda_model_token_text(long model, long token);

    static native double[] rt_cuda_model_logits(long model, byte[] text);

    static native double rt_cuda_model_perplexity(long model, byte[] text);

    static native long rt_gamepad_init();

    static native boolean rt_gamepad_shutdown(long context);

    static native boolean rt_gamepad_update(long context);

    static native long rt_gamepad_count(long context);

    static native boolean rt_gamepad_is_connected(long context, long gamepad_id);

    static native byte[] rt_gamepad_get_name(long context, long gamepad_id);

    static native byte[] rt_gamepad_get_power_info(long context, long gamepad_id);

    static native long rt_gamepad_poll_event(long context);

    static native boolean rt_gamepad_event_free(long event);

    static native long rt_gamepad_event_get_type(long event);

    static native long rt_gamepad_event_get_gamepad_id(long event);

    static native long rt_gamepad_event_get_button(long event);

    static native long rt_gamepad_event_get_axis(long event);

    static native double rt_gamepad_event_get_value(long event);

    static native boolean rt_gamepad_button_is_pressed(long context, long gamepad_id, long button);

    static native byte[] rt_gamepad_button_data(long context, long gamepad_id, long button);

    static native double rt_gamepad_axis_data(long context, long gamepad_id, long axis);

    static native boolean rt_gamepad_set_rumble(long context, long gamepad_id, double strong, double weak, long duration_ms);

    static native boolean rt_gamepad_stop_rumble(long context, long gamepad_id);

    static native byte[] rt_gamepad_get_last_error();

    static native boolean rt_gamepad_inject_event(long context, long gamepad_id, long event_type, long code, double value);

    static native long[] rt_gamepad_ids(long context);

    static native byte[] rt_gamepad_get_uuid(long context, long gamepad_id);

    static native boolean rt_gamepad_can_rumble(long context, long gamepad_id);

    static native boolean rt_gamepad_available();

    static native void rt_gamepad_clear_error();

    static native byte[] rt_gamepad_version();

    static native byte[] rt_http_get(byte[] url);

    static native byte[] rt_http_post(byte[] url, byte[] body, byte[] content_type);

    static native byte[] rt_http_put(byte[] url, byte[] body, byte[] content_type);

    static native byte[] rt_http_delete(byte[] url);

    static native byte[] rt_http_patch(byte[] url, byte[] body, byte[] content_type);

    static native byte[] rt_http_head(byte[] url);

    static native byte[] rt_http_request(byte[] method, byte[] url, byte[][] headers, byte[] body);

    static native byte[] rt_http_download(byte[] url, byte[] output_path);

    static native byte[] rt_http_upload(byte[] url, byte[] file_path, byte[] field_name);

    static native long rt_http_client_create();

    static native boolean rt_http_client_set_timeout(long client, long timeout_ms);

    static native boolean rt_http_client_set_header(long client, byte[] key, byte[] value);

    static native byte[] rt_http_client_request(long client, byte[] method, byte[] url, byte[][] headers, byte[] body);

    static native void rt_http_client_destroy(long client);

    static native long rt_http_server_create(long port);

    static native boolean rt_http_server_route(long server, byte[] method, byte[] path, byte[] handler);

    static native boolean rt_http_server_static(long server, byte[] path, byte[] dir);

    static native boolean rt_http_server_start(long server);

    static native boolean rt_http_server_stop(long server);

    static native void rt_http_server_destroy(long server);

    static native byte[] rt_http_request_method(long request);

    static native byte[] rt_http_request_path(long request);

    static native byte[] rt_http_request_header(long request, byte[] key);

    static native byte[] rt_http_request_body(long request);

    static native byte[] rt_http_request_query(long request, byte[] key);

    static native long rt_http_response_create(long status, byte[] body);

    static native boolean rt_http_response_set_header(long response, byte[] key, byte[] value);

    static native boolean rt_http_response_json(long response, byte[] json);

    static native long rt_ws_connect(byte[] url);

    static native boolean rt_ws_send(long ws, byte[] message);

    static native byte[] rt_ws_receive(long ws);

    static native boolean rt_ws_close(long ws);

    static native byte[] rt_http_url_encode(byte[] text);

    static native byte[] rt_http_url_decode(byte[] text);

    static native long rt_http_parse_json(byte[] json);

    static native byte[] rt_http_stringify_json(long obj);

    static native boolean rt_http_client_set_connect_timeout(long client, long timeout_ms);

    static native boolean rt_http_client_set_max_redirects(long client, long count);

    static native boolean rt_http_client_set_body_limit(long client, long bytes);

    static native boolean rt_http_client_set_proxy(long client, byte[] url);

    static native boolean rt_http_client_add_root_certificates(long client, byte[] pem);

    static native byte[] rt_http_client_download(long client, byte[] url, byte[][] headers, byte[] output_path);

    static native byte[] rt_http_client_upload(long client, byte[] url, byte[][] headers, byte[] file_path, byte[] field_name);

    static native byte[] rt_http_client_send_file(long client, byte[] method, byte[] url, byte[][] headers, byte[] file_path);

    static native long rt_http_client_fetch(long client, byte[] method, byte[] url, byte[][] headers, byte[] body);

    static native long rt_http_client_fetch_bytes(long client, byte[] method, byte[] url, byte[][] headers, byte[] body);

    static native long rt_http_fetch_status(long fetch);

    static native byte[] rt_http_fetch_version(long fetch);

    static native byte[] rt_http_fetch_url(long fetch);

    static native byte[] rt_http_fetch_header(long fetch, byte[] key);

    static native byte[][] rt_http_fetch_headers(long fetch);

    static native byte[] rt_http_fetch_body(long fetch);

    static native byte[] rt_http_fetch_body_bytes(long fetch);

    static native void rt_http_fetch_free(long fetch);

    static native byte[] rt_http_json_get(long obj, byte[] pointer);

    static native double rt_http_json_number(long obj, byte[] pointer);

    static native byte[] rt_http_json_type(long obj, byte[] pointer);

    static native long rt_http_json_length(long obj, byte[] pointer);

    static native byte[][] rt_http_json_keys(long obj, byte[] pointer);

    static native void rt_http_json_free(long obj);

    static native byte[] rt_http_request_query_string(long request);

    static native byte[] rt_http_request_param(long request, byte[] name);

    static native byte[] rt_http_request_handler(long request);

    static native byte[][] rt_http_request_headers(long request);

    static native byte[] rt_http_request_body_bytes(long request);

    static native byte[] rt_http_request_remote_address(long request);

    static native void rt_http_request_free(long request);

    static native long rt_ws_accept(long request);

    static native long rt_ws_accept_protocol(long request, byte[] protocol);

    static native long rt_http_response_create_bytes(long status, byte[] body, byte[] content_type);

    static native boolean rt_http_response_add_header(long response, byte[] key, byte[] value);

    static native void rt_http_response_free(long response);

    static native long rt_http_server_create_at(byte[] address, long port);

    static native long rt_http_server_port(long server);

    static native boolean rt_http_server_start_background(long server);

    static native boolean rt_http_register_handler(byte[] name, java.util.function.LongUnaryOperator function);

    static native boolean rt_http_unregister_handler(byte[] name);

    static native long rt_http_server_next_request(long server, long timeout_ms);

    static native boolean rt_http_server_respond(long request, long response);

    static native boolean rt_http_server_websocket(long server, byte[] path, byte[] handler);

    static native boolean rt_http_server_set_body_limit(long server, long bytes);

    static native boolean rt_http_server_set_header_limit(long server, long bytes);

    static native boolean rt_http_server_set_header_timeout(long server, long timeout_ms);

    static native boolean rt_http_server_set_body_timeout(long server, long timeout_ms);

    static native boolean rt_http_server_set_answer_timeout(long server, long timeout_ms);

    static native boolean rt_http_server_set_write_timeout(long server, long timeout_ms);

    static native boolean rt_http_server_set_stop_timeout(long server, long timeout_ms);

    static native boolean rt_http_server_set_max_connections(long server, long count);

    static native boolean rt_http_server_set_compression(long server, boolean enabled);

    static native long rt_http_stream_open(long client, byte[] method, byte[] url, byte[][] headers);

    static native boolean rt_http_stream_write(long stream, byte[] data);

    static native long rt_http_stream_finish(long stream);

    static native long rt_http_stream_status(long stream);

    static native byte[] rt_http_stream_header(long stream, byte[] key);

    static native byte[][] rt_http_stream_headers(long stream);

    static native long rt_http_stream_read(long stream, byte[] buffer);

    static native void rt_http_stream_free(long stream);

    static native long rt_http_client_websocket(long client, byte[] url, byte[][] headers);

    static native boolean rt_ws_send_text(long ws, byte[] data);

    static native boolean rt_ws_send_bytes(long ws, byte[] data);

    static native byte[] rt_ws_receive_timeout(long ws, long timeout_ms);

    static native byte[] rt_ws_receive_bytes(long ws);

    static native byte[] rt_ws_receive_bytes_timeout(long ws, long timeout_ms);

    static native long rt_ws_wait(long ws, long timeout_ms);

    static native boolean rt_ws_ping(long ws);

    static native long rt_ws_close_code(long ws);

    static native boolean rt_ws_close_with(long ws, long code, byte[] reason);

    static native boolean rt_http_available();

    static native void rt_http_clear_error();

    static native byte[] rt_http_get_last_error();

    static native byte[] rt_http_version();

    static native long rt_lyon_path_builder_new();

    static native boolean rt_lyon_path_builder_free(long builder);

    static native boolean rt_lyon_path_builder_begin(long builder, double x, double y);

    static native boolean rt_lyon_path_builder_line_to(long builder, double x, double y);

    static native boolean rt_lyon_path_builder_quadratic_bezier_to(long builder, double ctrl_x, double ctrl_y, double to_x, double to_y);

    static native boolean rt_lyon_path_builder_cubic_bezier_to(long builder, double ctrl1_x, double ctrl1_y, double ctrl2_x, double ctrl2_y, double to_x, double to_y);

    static native boolean rt_lyon_path_builder_arc_to(long builder, double center_x, double center_y, double radius, double start_angle, double sweep_angle);

    static native boolean rt_lyon_path_builder_close(long builder);

    static native long rt_lyon_path_builder_build(long builder);

    static native boolean rt_lyon_path_free(long path);

    static native byte[] rt_lyon_path_get_bounds(long path);

    static native boolean rt_lyon_path_contains_point(long path, double x, double y);

    static native long rt_lyon_path_transform(long path, double m11, double m12, double m21, double m22, double tx, double ty);

    static native long rt_lyon_path_rectangle(double x, double y, double width, double height);

    static native long rt_lyon_path_rounded_rectangle(double x, double y, double width, double height, double radius);

    static native long rt_lyon_path_circle(double center_x, double center_y, double radius);

    static native long rt_lyon_path_ellipse(double center_x, double center_y, double radius_x, double radius_y);

    static native long rt_lyon_path_polygon(double[] points, long num_points);

    static native long rt_lyon_path_star(double center_x, double center_y, double inner_radius, double outer_radius, long num_points);

    static native long rt_lyon_fill_tessellate(long path, double tolerance);

    static native long rt_lyon_fill_tessellate_with_rule(long path, double tolerance, long fill_rule);

    static native boolean rt_lyon_fill_tessellation_free(long tess);

    static native long rt_lyon_fill_tessellation_get_vertices(long tess);

    static native long rt_lyon_fill_tessellation_get_indices(long tess);

    static native long rt_lyon_fill_tessellation_vertex_count(long tess);

    static native long rt_lyon_fill_tessellation_index_count(long tess);

    static native long rt_lyon_stroke_tessellate(long path, double width, double tolerance);

    static native long rt_lyon_stroke_tessellate_with_options(long path, double width, double tolerance, byte[] options_json);

    static native boolean rt_lyon_stroke_tessellation_free(long tess);

    static native long rt_lyon_stroke_tessellation_get_vertices(long tess);

    static native long rt_lyon_stroke_tessellation_get_indices(long tess);

    static native long rt_lyon_stroke_tessellation_vertex_count(long tess);

    static native long rt_lyon_stroke_tessellation_index_count(long tess);

    static native boolean rt_lyon_vertex_buffer_free(long buffer);

    static native byte[] rt_lyon_vertex_buffer_get_position(long buffer, long index);

    static native byte[] rt_lyon_vertex_buffer_get_normal(long buffer, long index);

    static native long rt_lyon_vertex_buffer_size(long buffer);

    static native double[] rt_lyon_vertex_buffer_to_array(long buffer);

    static native boolean rt_lyon_index_buffer_free(long buffer);

    static native long rt_lyon_index_buffer_get(long buffer, long index);

    static native long rt_lyon_index_buffer_size(long buffer);

    static native long[] rt_lyon_index_buffer_to_array(long buffer);

    static native long rt_lyon_transform_identity();

    static native long rt_lyon_transform_translate(double tx, double ty);

    static native long rt_lyon_transform_rotate(double angle);

    static native long rt_lyon_transform_scale(double sx, double sy);

    static native long rt_lyon_transform_multiply(long t1, long t2);

    static native boolean rt_lyon_transform_free(long transform);

    static native byte[] rt_lyon_get_last_error();

    static native long rt_lyon_animation_new(byte[] file, long width, long height, long frames, long frame_ms);

    static native boolean rt_lyon_animation_add_frame(long animation, byte[] pixels);

    static native boolean rt_lyon_animation_finish(long animation);

    static native boolean rt_lyon_animation_free(long animation);

    static native byte[] rt_lyon_vertex_buffer_bytes(long buffer);

    static native byte[] rt_lyon_index_buffer_bytes(long buffer);

    static native long rt_lyon_vertex_buffer_write(long buffer, byte[] out);

    static native long rt_lyon_index_buffer_write(long buffer, byte[] out);

    static native void rt_lyon_path_builder_add_path(long builder, long path);

    static native boolean rt_lyon_fill_tessellation_draw(long tess, long transform, long color, byte[] pixels, long width, long height);

    static native boolean rt_lyon_stroke_tessellation_draw(long tess, long transform, long color, byte[] pixels, long width, long height);

    static native byte[] rt_lyon_path_rasterize(long path, long fill_rule, long color, long width, long height);

    static native boolean rt_lyon_fill_tessellation_contains_point(long tess, double x, double y);

    static native boolean rt_lyon_available();

    static native void rt_lyon_clear_error();

    static native byte[] rt_lyon_version();

    static native long rt_lyon_path_apply_transform(long path, long transform);

    static native boolean rt_lyon_path_contains_point_with_rule(long path, double x, double y, long fill_rule);

    static native double rt_lyon_path_length(long path);

    static native byte[] rt_lyon_path_point_at(long path, double distance);

    static native long rt_lyon_path_dash(long path, double[] pattern, double offset);

    static native long rt_lyon_path_from_svg(byte[] d);

    static native byte[] rt_lyon_path_to_svg(long path);

    static native byte[] rt_lyon_png_encode(byte[] pixels, long width, long height);

    static native boolean rt_lyon_png_save(byte[] file, byte[] pixels, long width, long height);

    static native boolean rt_lyon_stroke_tessellation_contains_point(long tess, double x, double y);

    static native boolean rt_lyon_path_stroke_contains_point(long path, double width, byte[] options_json, double x, double y);

    static native long rt_lyon_transform_new(double m11, double m12, double m21, double m22, double tx, double ty);

    static native byte[] rt_lyon_transform_get(long transform);

    static native long rt_lyon_transform_inverse(long transform);

    static native byte[] rt_lyon_transform_apply(long transform, double x, double y);

    static native long rt_module_load(byte[] path);

    static native long rt_module_load_with_options(byte[] path, byte[] options_json);

    static native byte[] rt_module_find(byte[] name);

    static native byte[] rt_module_send(long module, byte[] message_type, byte[] payload);

    static native byte[] rt_module_send_timeout(long module, byte[] message_type, byte[] payload, long ms);

    static native byte[] rt_module_info(long module);

    static native byte[][] rt_module_list();

    static native boolean rt_module_unload(long module);

    static native long rt_events_subscribe(byte[][] kinds);

    static native byte[] rt_events_next(long subscription, long timeout_ms);

    static native boolean rt_events_notify(long subscription, java.util.function.LongUnaryOperator function);

    static native void rt_events_unsubscribe(long subscription);

    static native boolean rt_module_available();

    static native void rt_module_clear_error();

    static native byte[] rt_module_get_last_error();

    static native byte[] rt_module_version();

    static native long rt_rapier2d_world_new(double gravity_x, double gravity_y);

    static native boolean rt_rapier2d_world_free(long world);

    static native boolean rt_rapier2d_world_step(long world, double dt);

    static native boolean rt_rapier2d_world_set_gravity(long world, double x, double y);

    static native long rt_rapier2d_body_new_dynamic(long world, double x, double y, double rotation);

    static native long rt_rapier2d_body_new_static(long world, double x, double y, double rotation);

    static native long rt_rapier2d_body_new_kinematic(long world, double x, double y, double rotation);

    static native boolean rt_rapier2d_body_free(long world, long handle);

    static native byte[] rt_rapier2d_body_get_position(long world, long handle);

    static native boolean rt_rapier2d_body_set_position(long world, long handle, double x, double y, double rotation);

    static native byte[] rt_rapier2d_body_get_velocity(long world, long handle);

    static native boolean rt_rapier2d_body_set_velocity(long world, long handle, double vx, double vy, double angular);

    static native boolean rt_rapier2d_body_apply_force(long world, long handle, double fx, double fy, boolean wake_up);

    static native boolean rt_rapier2d_body_apply_impulse(long world, long handle, double ix, double iy, boolean wake_up);

    static native boolean rt_rapier2d_body_apply_torque(long world, long handle, double torque, boolean wake_up);

    static native boolean rt_rapier2d_body_set_mass(long world, long handle, double mass);

    static native double rt_rapier2d_body_get_mass(long world, long handle);

    static native boolean rt_rapier2d_body_set_linear_damping(long world, long handle, double damping);

    static native boolean rt_rapier2d_body_set_angular_damping(long world, long handle, double damping);

    static native boolean rt_rapier2d_body_is_sleeping(long world, long handle);

    static native boolean rt_rapier2d_body_wake_up(long world, long handle);

    static native long rt_rapier2d_collider_new_circle(long world, long body, double radius);

    static native long rt_rapier2d_collider_new_box(long world, long body, double half_width, double half_height);

    static native long rt_rapier2d_collider_new_capsule(long world, long body, double half_height, double radius);

    static native long rt_rapier2d_collider_new_polygon(long world, long body, double[] vertices);

    static native boolean rt_rapier2d_collider_free(long world, long handle);

    static native boolean rt_rapier2d_collider_set_offset(long world, long handle, double x, double y, double rotation);

    static native boolean rt_rapier2d_collider_set_restitution(long world, long handle, double coef);

    static native boolean rt_rapier2d_collider_set_friction(long world, long handle, double coef);

    static native boolean rt_rapier2d_collider_set_density(long world, long handle, double density);

    static native boolean rt_rapier2d_collider_set_sensor(long world, long handle, boolean is_sensor);

    static native long rt_rapier2d_world_get_contacts(long world);

    static native long rt_rapier2d_contacts_count(long contacts);

    static native byte[] rt_rapier2d_contacts_get(long contacts, long index);

    static native boolean rt_rapier2d_contacts_free(long contacts);

    static native boolean rt_rapier2d_world_intersection_test(long world, long collider1, long collider2);

    static native byte[] rt_rapier2d_world_cast_ray(long world, double origin_x, double origin_y, double dir_x, double dir_y, double max_dist);

    static native long rt_rapier2d_joint_distance(long world, long body1, long body2, double anchor1_x, double anchor1_y, double anchor2_x, double anchor2_y, double distance);

    static native long rt_rapier2d_joint_revolute(long world, long body1, long body2, double anchor_x, double anchor_y);

    static native long rt_rapier2d_joint_prismatic(long world, long body1, long body2, double axis_x, double axis_y);

    static native long rt_rapier2d_joint_fixed(long world, long body1, long body2);

    static native boolean rt_rapier2d_joint_free(long world, long handle);

    static native boolean rt_rapier2d_joint_set_limits(long world, long joint, double min, double max);

    static native boolean rt_rapier2d_joint_set_motor(long world, long joint, double target_vel, double max_force);

    static native long rt_rapier2d_world_body_count(long world);

    static native long rt_rapier2d_world_collider_count(long world);

    static native long rt_rapier2d_world_joint_count(long world);

    static native byte[] rt_rapier2d_get_last_error();

    static native long rt_rapier2d_body_get_type(long world, long handle);

    static native boolean rt_rapier2d_body_set_type(long world, long handle, long body_type);

    static native boolean rt_rapier2d_body_set_enabled(long world, long handle, boolean enabled);

    static native boolean rt_rapier2d_body_is_enabled(long world, long handle);

    static native boolean rt_rapier2d_body_move_to(long world, long handle, double x, double y, double rotation);

    static native boolean rt_rapier2d_body_apply_force_at(long world, long handle, double fx, double fy, double x, double y, boolean wake_up);

    static native boolean rt_rapier2d_body_apply_impulse_at(long world, long handle, double ix, double iy, double x, double y, boolean wake_up);

    static native boolean rt_rapier2d_body_apply_angular_impulse(long world, long handle, double impulse, boolean wake_up);

    static native double rt_rapier2d_body_get_inertia(long world, long handle);

    static native byte[] rt_rapier2d_body_get_center_of_mass(long world, long handle);

    static native byte[] rt_rapier2d_body_predict_position(long world, long handle, double dt);

    static native boolean rt_rapier2d_body_set_gravity_scale(long world, long handle, double scale);

    static native boolean rt_rapier2d_body_lock_rotation(long world, long handle, boolean locked);

    static native boolean rt_rapier2d_body_set_can_sleep(long world, long handle, boolean can_sleep);

    static native boolean rt_rapier2d_body_set_ccd(long world, long handle, boolean enabled);

    static native boolean rt_rapier2d_body_set_fast_rotation(long world, long handle, boolean allowed);

    static native boolean rt_rapier2d_body_set_user_data(long world, long handle, long user_data);

    static native long rt_rapier2d_body_get_user_data(long world, long handle);

    static native long[] rt_rapier2d_body_get_colliders(long world, long handle);

    static native long[] rt_rapier2d_world_get_bodies(long world);

    static native long[] rt_rapier2d_world_get_colliders(long world);

    static native long[] rt_rapier2d_world_get_joints(long world);

    static native double[] rt_rapier2d_world_get_transforms(long world);

    static native double[] rt_rapier2d_world_get_velocities(long world);

    static native byte[] rt_rapier2d_world_get_transform_bytes(long world);

    static native boolean rt_rapier2d_collider_set_groups(long world, long handle, long memberships, long filter);

    static native byte[] rt_rapier2d_collider_get_position(long world, long handle);

    static native long rt_rapier2d_collider_get_body(long world, long handle);

    static native boolean rt_rapier2d_collider_set_user_data(long world, long handle, long user_data);

    static native long rt_rapier2d_collider_get_user_data(long world, long handle);

    static native double[] rt_rapier2d_contacts_values(long contacts);

    static native long[] rt_rapier2d_contacts_colliders(long contacts);

    static native byte[] rt_rapier2d_contacts_bytes(long contacts);

    static native long rt_rapier2d_world_get_collision_events(long world);

    static native long rt_rapier2d_collision_events_count(long events);

    static native byte[] rt_rapier2d_collision_events_get(long events, long index);

    static native boolean rt_rapier2d_collision_events_free(long events);

    static native boolean rt_rapier2d_joint_set_contacts(long world, long joint, boolean enabled);

    static native double rt_rapier2d_joint_get_position(long world, long joint);

    static native boolean rt_rapier2d_available();

    static native void rt_rapier2d_clear_error();

    static native byte[] rt_rapier2d_version();

    static native byte[] rt_rapier2d_world_cast_ray_filtered(long world, double origin_x, double origin_y, double dir_x, double dir_y, double max_dist, long memberships, long filter, boolean sensors, long exclude_body);

    static native byte[] rt_rapier2d_world_cast_circle(long world, double x, double y, double radius, double dir_x, double dir_y, double max_dist, long memberships, long filter, boolean sensors, long exclude_body);

    static native long[] rt_rapier2d_world_query_point(long world, double x, double y);

    static native byte[] rt_rapier2d_world_query_nearest(long world, double x, double y, double max_dist);

    static native long[] rt_rapier2d_world_query_circle(long world, double x, double y, double radius);

    static native long[] rt_rapier2d_world_query_box(long world, double x, double y, double half_width, double half_height, double rotation);

    static native byte[] rt_rapier2d_world_snapshot(long world);

    static native long rt_rapier2d_world_restore(byte[] snapshot);

    static native byte[] rt_rapier2d_world_get_gravity(long world);

    static native boolean rt_rapier2d_world_set_iterations(long world, long iterations);

    static native boolean rt_rapier2d_world_set_max_speed(long world, double speed);

    static native long rt_regex_new(byte[] pattern);

    static native void rt_regex_destroy(long handle);

    static native long rt_regex_is_match(long handle, byte[] text);

    static native byte[] rt_regex_find(long handle, byte[] text);

    static native byte[] rt_regex_find_all(long handle, byte[] text);

    static native byte[] rt_regex_captures(long handle, byte[] text);

    static native long rt_regex_captures_len(long handle, byte[] text);

    static native byte[] rt_regex_replace(long handle, byte[] text, byte[] replacement);

    static native byte[] rt_regex_replace_all(long handle, byte[] text, byte[] replacement);

    static native byte[] rt_regex_split(long handle, byte[] text);

    static native long rt_regex_is_match_quick(byte[] pattern, byte[] text);

    static native byte[] rt_regex_find_quick(byte[] pattern, byte[] text);

    static native byte[] rt_regex_replace_quick(byte[] pattern, byte[] text, byte[] replacement);

    static native byte[] rt_regex_replace_all_quick(byte[] pattern, byte[] text, byte[] replacement);

    static native byte[] rt_regex_split_quick(byte[] pattern, byte[] text);

    static native byte[][] rt_regex_captures_array(long handle, byte[] text);

    static native long[] rt_regex_captures_offsets(long handle, byte[] text, long start);

    static native byte[] rt_regex_captures_name(long handle, byte[] text, byte[] name);

    static native byte[][] rt_regex_capture_names(long handle);

    static native boolean rt_regex_available();

    static native void rt_regex_clear_error();

    static native byte[] rt_regex_get_last_error();

    static native byte[] rt_regex_version();

    static native byte[][] rt_regex_find_all_array(long handle, byte[] text);

    static native long[] rt_regex_find_all_offsets(long handle, byte[] text);

    static native long rt_regex_count(long handle, byte[] text);

    static native byte[] rt_regex_find_at(long handle, byte[] text, long start);

    static native long rt_regex_new_with_options(byte[] pattern, byte[] options_json);

    static native byte[] rt_regex_escape(byte[] text);

    static native byte[] rt_regex_pattern(long handle);

    static native byte[] rt_regex_replace_n(long handle, byte[] text, byte[] replacement, long limit);

    static native byte[] rt_regex_replace_all_literal(long handle, byte[] text, byte[] replacement);

    static native long rt_regex_set_new(byte[][] patterns);

    static native long rt_regex_set_new_with_options(byte[][] patterns, byte[] options_json);

    static native void rt_regex_set_destroy(long handle);

    static native long rt_regex_set_len(long handle);

    static native long rt_regex_set_is_match(long handle, byte[] text);

    static native long[] rt_regex_set_matches(long handle, byte[] text);

    static native byte[][] rt_regex_split_array(long handle, byte[] text);

    static native byte[][] rt_regex_split_n_array(long handle, byte[] text, long limit);

    static native long rt_winit_event_loop_new();

    static native boolean rt_winit_event_loop_free(long event_loop);

    static native boolean rt_winit_event_loop_run_return(long event_loop);

    static native long rt_winit_event_loop_poll_events(long event_loop, long max_events);

    static native long rt_winit_event_loop_wait_events(long event_loop, long timeout_ms);

    static native long rt_winit_window_new(long event_loop, long width, long height, byte[] title);

    static native long rt_winit_window_new_with_config(long event_loop, byte[] config_json);

    static native boolean rt_winit_window_free(long window);

    static native byte[] rt_winit_window_get_size(long window);

    static native boolean rt_winit_window_set_size(long window, long width, long height);

    static native byte[] rt_winit_window_get_position(long window);

    static native boolean rt_winit_window_set_position(long window, long x, long y);

    static native byte[] rt_winit_window_get_inner_size(long window);

    static native byte[] rt_winit_window_get_outer_size(long window);

    static native boolean rt_winit_window_set_min_size(long window, long width, long height);

    static native boolean rt_winit_window_set_max_size(long window, long width, long height);

    static native boolean rt_winit_window_set_title(long window, byte[] title);

    static native boolean rt_winit_window_set_visible(long window, boolean visible);

    static native boolean rt_winit_window_is_visible(long window);

    static native boolean rt_winit_window_set_resizable(long window, boolean resizable);

    static native boolean rt_winit_window_set_minimized(long window, boolean minimized);

    static native boolean rt_winit_window_set_maximized(long window, boolean maximized);

    static native boolean rt_winit_window_is_maximized(long window);

    static native boolean rt_winit_window_set_fullscreen(long window, boolean fullscreen);

    static native boolean rt_winit_window_is_fullscreen(long window);

    static native boolean rt_winit_window_set_decorations(long window, boolean decorations);

    static native boolean rt_winit_window_set_always_on_top(long window, boolean on_top);

    static native boolean rt_winit_window_focus(long window);

    static native boolean rt_winit_window_request_redraw(long window);

    static native long rt_winit_window_id(long window);

    static native double rt_winit_window_scale_factor(long window);

    static native boolean rt_winit_window_set_cursor_visible(long window, boolean visible);

    static native boolean rt_winit_window_set_cursor_grab(long window, boolean grab);

    static native boolean rt_winit_window_set_cursor_position(long window, long x, long y);

    static native long rt_winit_event_get_type(long event);

    static native long rt_winit_event_get_window_id(long event);

    static native boolean rt_winit_event_free(long event);

    static native byte[] rt_winit_event_window_resized(long event);

    static native byte[] rt_winit_event_window_moved(long event);

    static native boolean rt_winit_event_window_close_requested(long event);

    static native boolean rt_winit_event_window_focused(long event);

    static native double rt_winit_event_window_scale_factor_changed(long event);

    static native byte[] rt_winit_event_keyboard_input(long event);

    static native long rt_winit_event_keyboard_scancode(long event);

    static native long rt_winit_event_keyboard_virtual_keycode(long event);

    static native long rt_winit_event_keyboard_modifiers(long event);

    static native byte[] rt_winit_event_received_character(long event);

    static native byte[] rt_winit_event_mouse_button(long event);

    static native byte[] rt_winit_event_mouse_moved(long event);

    static native byte[] rt_winit_event_mouse_wheel(long event);

    static native boolean rt_winit_event_cursor_entered(long event);

    static native boolean rt_winit_event_cursor_left(long event);

    static native byte[] rt_winit_event_touch(long event);

    static native long rt_winit_monitor_count();

    static native byte[] rt_winit_monitor_get_name(long monitor_id);

    static native byte[] rt_winit_monitor_get_size(long monitor_id);

    static native byte[] rt_winit_monitor_get_position(long monitor_id);

    static native double rt_winit_monitor_get_scale_factor(long monitor_id);

    static native byte[] rt_winit_clipboard_get_text();

    static native boolean rt_winit_clipboard_set_text(byte[] text);

    static native byte[] rt_winit_get_last_error();

    static native long[] rt_winit_event_loop_poll_all(long event_loop, long max_events);

    static native long rt_winit_event_free_all(long[] events);

    static native boolean rt_winit_event_keyboard_repeat(long event);

    static native boolean rt_winit_window_present_rgba(long window, long width, long height, byte[] pixels);

    static native boolean rt_winit_event_loop_wake(long event_loop);

    static native boolean rt_winit_window_has_focus(long window);

    static native boolean rt_winit_window_request_attention(long window, boolean wanted);

    static native long rt_winit_window_get_monitor(long window);

    static native boolean rt_winit_window_set_fullscreen_on(long window, long monitor_id);

    static native long rt_winit_monitor_primary();

    static native double rt_winit_monitor_get_refresh_rate(long monitor_id);

    static native byte[] rt_winit_window_raw_handle(long window);

    static native boolean rt_winit_window_set_icon(long window, long width, long height, byte[] pixels);

    static native byte[] rt_winit_event_file_path(long event);

    static native boolean rt_winit_window_set_ime_allowed(long window, boolean allowed);

    static native boolean rt_winit_window_set_ime_area(long window, long x, long y, long width, long height);

    static native byte[] rt_winit_event_ime_preedit(long event);

    static native double rt_winit_event_window_scale_factor(long event);

    static native boolean rt_winit_window_set_relative_mouse(long window, boolean relative);

    static native byte[] rt_winit_event_mouse_motion(long event);

    static native boolean rt_winit_window_set_cursor_icon(long window, byte[] icon);

    static native boolean rt_winit_window_set_cursor_image(long window, long width, long height, long hot_x, long hot_y, byte[] pixels);

    static native boolean rt_winit_available();

    static native void rt_winit_clear_error();

    static native byte[] rt_winit_version();
}
