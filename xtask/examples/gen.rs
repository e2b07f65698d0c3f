fn main() {
    let m: xtask::abi::Manifest =
        serde_json::from_str(&std::fs::read_to_string("simple_native/simple_native.json").unwrap()).unwrap();
    std::fs::write("simple_native/include/simple_native.hpp", xtask::abi::cpp::text(&m)).unwrap();
}
