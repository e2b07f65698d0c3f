use super::*;

fn url(text: &str) -> Url {
    Url::parse(text).unwrap()
}

fn header(jar: &Jar, to: &str) -> String {
    jar.header(&url(to)).map_or(String::new(), |value| value.to_str().unwrap().to_owned())
}

#[test]
fn a_cookie_goes_where_it_was_set_for() {
    let jar = Jar::default();
    let set = |from, text| jar.set(text, &url(from)).unwrap();
    set("https://www.example.com/a/b", "host=1");
    set("https://www.example.com/a/b", "all=2; Domain=.Example.COM; Path=/");
    set("https://www.example.com/a/b", "deep=3; Path=/a/b/c");
    set("https://www.example.com/a/b", "safe=4; Secure; Path=/");
    assert_eq!(header(&jar, "https://www.example.com/a/b/c"), "deep=3; host=1; safe=4; all=2");
    assert_eq!(header(&jar, "https://www.example.com/a"), "host=1; safe=4; all=2");
    assert_eq!(header(&jar, "http://www.example.com/ab"), "all=2");
    assert_eq!(header(&jar, "https://example.com/a"), "all=2");
    assert_eq!(header(&jar, "https://other.example.com/a"), "all=2");
    for elsewhere in ["https://badexample.com/", "https://example.com.evil.test/", "https://example.org/"] {
        assert_eq!(header(&jar, elsewhere), "", "{elsewhere}");
    }
    set("https://www.example.com/", "all=; Domain=example.com; Max-Age=0");
    assert_eq!(header(&jar, "https://example.com/a"), "");
}

#[test]
fn nobody_sets_cookies_for_what_others_register() {
    let jar = Jar::default();
    for (from, domain) in [
        ("https://a.co.uk/", "co.uk"),
        ("https://a.co.uk/", ".co.uk"),
        ("https://a.co.uk/", "uk"),
        ("https://a.co.uk./", "co.uk."),
        ("https://a.com/", "com"),
        ("https://me.github.io/", "github.io"),
        ("https://a.b.kawasaki.jp/", "b.kawasaki.jp"),
        ("https://x.compute.amazonaws.com.cn/", "amazonaws.com.cn"),
        ("https://a.xn--55qx5d.cn/", "公司.cn"),
        ("https://a.intranet/", "intranet"),
        ("https://a.com/", "b.com"),
        ("https://a.com/", "www.a.com"),
        ("https://127.0.0.1/", "0.0.1"),
        ("https://127.0.0.1/", "1"),
        ("https://[::1]/", "1]"),
    ] {
        let set = jar.set(&format!("a=s3cret; Domain={domain}"), &url(from));
        // The list's own words count, not ours: an amazonaws.com.cn is nobody's suffix.
        if domain == "amazonaws.com.cn" {
            assert!(set.is_ok());
            jar.clear().unwrap();
            continue;
        }
        let error = set.expect_err(domain).to_string();
        assert!(error.contains("domain") && !error.contains("s3cret"), "{domain}: {error}");
    }
    assert!(jar.all().unwrap().is_empty());
    // Exceptions of the list, and a host that is a suffix itself.
    jar.set("a=1; Domain=city.kawasaki.jp", &url("https://www.city.kawasaki.jp/")).unwrap();
    jar.set("b=2; Domain=github.io", &url("https://github.io/")).unwrap();
    jar.set("c=3; Domain=127.0.0.1", &url("http://127.0.0.1/")).unwrap();
    assert_eq!(header(&jar, "https://github.io/"), "b=2");
    assert_eq!(header(&jar, "https://me.github.io/"), "");
    assert_eq!(header(&jar, "http://127.0.0.1:81/"), "c=3");
}

#[test]
fn what_came_by_tls_is_not_replaced_by_what_did_not() {
    let jar = Jar::default();
    let secure = url("https://www.example.com/");
    let plain = url("http://www.example.com/");
    jar.set("id=1; Secure; Path=/in; Domain=example.com", &secure).unwrap();
    for text in [
        "id=2; Secure",
        "id=2; Path=/in",
        "id=2; Path=/in/here; Domain=example.com",
        "id=2; Path=/in; Max-Age=0",
    ] {
        jar.set(text, &plain).expect_err(text);
    }
    jar.set("id=2; Path=/", &plain).unwrap();
    assert_eq!(header(&jar, "https://www.example.com/in"), "id=1; id=2");
    for text in
        ["__Secure-a=1", "__HOST-a=1; Secure; Path=/in", "__Host-a=1; Secure; Path=/; Domain=example.com"]
    {
        jar.set(text, &secure).expect_err(text);
    }
    jar.set("__Host-a=1; Secure; Path=/", &secure).unwrap();
    jar.set("__Host-a=1; Secure; Path=/", &plain).unwrap_err();
    // From this machine it comes as it was sent.
    jar.set("here=1; Secure", &url("http://127.0.0.1/")).unwrap();
}

#[test]
fn a_jar_has_bounds() {
    let jar = Jar::default();
    let at = url("https://a.example.com/");
    jar.set(&format!("long={}", "v".repeat(4092)), &at).unwrap();
    jar.set(&format!("long={}", "v".repeat(4093)), &at).unwrap_err();
    for number in 0..300 {
        jar.set(&format!("n{number}=1; Domain=example.com"), &at).unwrap();
    }
    assert_eq!(jar.all().unwrap().len(), OF_A_DOMAIN);
    assert_eq!(jar.all().unwrap().last().unwrap().name, "n299");
    assert_eq!(header(&jar, "https://a.example.com/").split("; ").count(), SENT);
    jar.set("other=1", &url("https://example.org/")).unwrap();
    for number in 0..3050 {
        jar.set("a=1", &url(&format!("https://x{number}.test/"))).unwrap();
    }
    assert_eq!(jar.all().unwrap().len(), MOST);
    assert_eq!(header(&jar, "https://x3049.test/"), "a=1");
    let big = Jar::default();
    for number in 0..10 {
        big.set(&format!("n{number}={}", "v".repeat(2000)), &at).unwrap();
    }
    assert!(header(&big, "https://a.example.com/").len() <= SENT_BYTES);
}

#[test]
fn files_keep_what_a_cookie_is() {
    let jar = Jar::default();
    let at = url("https://www.example.com/a/b");
    for text in [
        "plain=1",
        "quoted=\"x y\"; Domain=example.com; Path=/",
        "none=; HttpOnly; Secure; Max-Age=1000; Path=/",
    ] {
        jar.set(text, &at).unwrap();
    }
    jar.set("six=6", &url("http://[::1]/")).unwrap();
    let all = jar.all().unwrap();
    for text in [written(&all), serde_json::to_string(&all).unwrap()] {
        let again = Jar::default();
        assert_eq!(read(&again, &text).unwrap(), 4, "{text}");
        assert_eq!(again.all().unwrap(), all);
    }
    let text = "# comment\n\n.co.uk\tTRUE\t/\tFALSE\t0\tevil\t1\nold.test\tFALSE\t/\tFALSE\t1\told\t1\n\
                #HttpOnly_ok.test\tFALSE\t/\tTRUE\t4102444800\tok\ta\tb\r\n";
    let jar = Jar::default();
    assert_eq!(read(&jar, text).unwrap(), 1);
    assert!(jar.all().unwrap()[0].http_only && jar.all().unwrap()[0].value == "a\tb");
    for bad in ["a", "a.test\tTRUE\t/\tFALSE\tsoon\tn\tv", "a.test\tyes\t/\tFALSE\t0\tn\tv"] {
        let error = read(&jar, &format!("{text}{bad}")).unwrap_err().to_string();
        assert!(error.contains("line 6"), "{error}");
    }
    for bad in
        ["[", "[1]", "[{\"name\": \"a\"}]", "[{\"name\": 1, \"value\": \"s3cret\", \"domain\": \"a.test\"}]"]
    {
        let error = read(&jar, bad).unwrap_err().to_string();
        assert!(error.contains("line 1") && !error.contains("s3cret"), "{error}");
    }
    // What would be more than one field or attribute is none.
    for (name, value, domain, path) in [
        ("a", "1; Domain=com", "a.test", "/"),
        ("a=b", "1", "a.test", "/"),
        ("a", "1", "a.test/x", "/"),
        ("a", "1", "me@a.test", "/"),
        ("a", "1", "a.test", "/; Secure"),
        ("a", "1\r\nX: y", "a.test", "/"),
    ] {
        let json =
            serde_json::json!([{ "name": name, "value": value, "domain": domain, "path": path }]).to_string();
        assert_eq!(read(&jar, &json).unwrap(), 0, "{json}");
    }
    assert_eq!(jar.all().unwrap().len(), 1);
}
