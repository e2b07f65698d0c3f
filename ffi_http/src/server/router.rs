//! MessageKind handler, or which folder, a request is for.

use super::{path::canonical, route_options::RouteOptions, static_files::Folder};
use crate::error::{Error, Result};
use hyper::Method;
use percent_encoding::percent_decode_str;
use std::{collections::HashMap, sync::Arc};

/// Target of a route.
pub struct Target {
    pub handler: Arc<str>,
    /// Names of the parameters, in the order of the path.
    params: Vec<String>,
    pub websocket: bool,
    pub options: RouteOptions,
}

/// None is any method.
type Methods = Vec<(Option<Method>, Arc<Target>)>;

/// A server's routes.
#[derive(Default)]
pub struct Routes {
    tree: matchit::Router<usize>,
    /// The place of each pattern in `paths`.
    patterns: HashMap<String, usize>,
    paths: Vec<Methods>,
    /// Longest prefix first.
    folders: Vec<Folder>,
}

/// A request's parameters by name, decoded.
pub type Params = Vec<(String, String)>;

/// Result of looking a request's route up.
pub enum Found {
    Handler(Arc<Target>, Params),
    Folder(Folder),
    /// Another method would lead somewhere; the value of `Allow`.
    OtherMethod(String),
    Nothing,
}

impl Routes {
    /// Adds a route, or replaces the one with the same method and path. No method is any.
    pub fn add(&mut self, method: Option<Method>, path: &str, handler: &str, websocket: bool) -> Result<()> {
        self.add_with(method, path, handler, websocket, RouteOptions::default())
    }

    /// The same with options.
    pub fn add_with(
        &mut self,
        method: Option<Method>,
        path: &str,
        handler: &str,
        websocket: bool,
        options: RouteOptions,
    ) -> Result<()> {
        let (pattern, params) = pattern(path)?;
        let index = match self.patterns.get(&pattern) {
            Some(&index) => index,
            None => {
                let index = self.paths.len();
                self.tree.insert(pattern.clone(), index).map_err(|error| {
                    Error::text("path", path, format!("which does not go with the other routes: {error}"))
                })?;
                self.patterns.insert(pattern, index);
                self.paths.push(Methods::new());
                index
            }
        };
        let target = Arc::new(Target { handler: handler.into(), params, websocket, options });
        let methods = &mut self.paths[index];
        match methods.iter_mut().find(|(known, _)| *known == method) {
            Some((_, known)) => *known = target,
            None => methods.push((method, target)),
        }
        Ok(())
    }

    /// Adds a folder, or replaces the one with the same prefix.
    pub fn add_folder(&mut self, folder: Folder) {
        self.folders.retain(|known| known.prefix() != folder.prefix());
        self.folders.push(folder);
        self.folders.sort_by_key(|folder| std::cmp::Reverse(folder.prefix().len()));
    }

    /// Looks a request's route up.
    pub fn find(&self, method: &Method, path: &str) -> Found {
        let path = canonical(path);
        let matched = self.tree.at(&path).ok();
        if let Some(matched) = &matched
            && let Some(target) = choose(&self.paths[*matched.value], method)
        {
            let values = matched
                .params
                .iter()
                .map(|(_, value)| percent_decode_str(value).decode_utf8_lossy().into_owned());
            let params = target.params.iter().cloned().zip(values).collect();
            return Found::Handler(target.clone(), params);
        }
        if let Some(folder) = self.folders.iter().find(|folder| folder.holds(&path)) {
            return Found::Folder(folder.clone());
        }
        match matched {
            Some(matched) => Found::OtherMethod(allowed(&self.paths[*matched.value])),
            None => Found::Nothing,
        }
    }
}

/// The target for `method`; a GET route also answers HEAD.
fn choose<'a>(methods: &'a Methods, method: &Method) -> Option<&'a Arc<Target>> {
    let exactly = |wanted: Option<&Method>| {
        methods.iter().find(|(known, _)| known.as_ref() == wanted).map(|(_, target)| target)
    };
    let head = || (method == Method::HEAD).then(|| exactly(Some(&Method::GET))).flatten();
    exactly(Some(method)).or_else(head).or_else(|| exactly(None))
}

fn allowed(methods: &Methods) -> String {
    let mut names: Vec<&str> =
        methods.iter().filter_map(|(method, _)| method.as_ref().map(Method::as_str)).collect();
    if names.contains(&"GET") && !names.contains(&"HEAD") {
        names.push("HEAD");
    }
    names.sort_unstable();
    names.join(", ")
}

/// `path` as the tree takes it, and its parameters' names.
fn pattern(path: &str) -> Result<(String, Vec<String>)> {
    let fail = |reason: &str| Error::text("path", path, reason);
    let Some(inside) = path.strip_prefix('/') else {
        return Err(fail("which does not begin with a slash"));
    };
    if path.contains(['?', '#']) || path.contains(|c: char| c.is_ascii_control()) {
        return Err(fail("and a route's path holds no query, no fragment and no control character"));
    }
    let (mut pattern, mut params) = (String::new(), Vec::new());
    let count = inside.split('/').count();
    for (i, segment) in inside.split('/').enumerate() {
        pattern.push('/');
        let (open, name) = match segment.as_bytes().first() {
            Some(b':') => ("{p", &segment[1..]),
            Some(b'*') if i + 1 == count => ("{*p", &segment[1..]),
            Some(b'*') => return Err(fail("where a `*` parameter is not the last segment")),
            _ => {
                pattern += &canonical(segment).replace('{', "{{").replace('}', "}}");
                continue;
            }
        };
        if name.is_empty() || params.contains(&name.to_owned()) {
            return Err(fail("where a parameter has no name of its own"));
        }
        // Names by place: routes whose parameters stand in the same place may call them differently.
        pattern += &format!("{open}{}}}", params.len());
        params.push(name.to_owned());
    }
    Ok((pattern, params))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(routes: &Routes, method: Method, path: &str) -> String {
        match routes.find(&method, path) {
            Found::Handler(target, params) => {
                let params: Vec<String> = params.iter().map(|(k, v)| format!("{k}={v}")).collect();
                format!("{}({})", target.handler, params.join(","))
            }
            Found::Folder(folder) => format!("folder {}", folder.prefix()),
            Found::OtherMethod(allow) => format!("405 {allow}"),
            Found::Nothing => "404".to_owned(),
        }
    }

    fn routes() -> Routes {
        let mut routes = Routes::default();
        for (method, path, handler) in [
            ("GET", "/", "home"),
            ("GET", "/users/:id", "user"),
            ("DELETE", "/users/:name", "drop"),
            ("GET", "/users/new", "new"),
            ("POST", "/users/:id/posts/:post", "post"),
            ("GET", "/files/*rest", "files"),
            ("GET", "/grüße/a b", "umlaut"),
            ("GET", "/{curly}", "curly"),
            ("ANY", "/any", "any"),
        ] {
            let method = (method != "ANY").then(|| Method::from_bytes(method.as_bytes()).unwrap());
            routes.add(method, path, handler, false).unwrap();
        }
        routes
    }

    #[test]
    fn requests_find_their_handlers() {
        let routes = routes();
        for (method, path, expected) in [
            ("GET", "/", "home()"),
            ("HEAD", "/", "home()"),
            ("GET", "/users/42", "user(id=42)"),
            ("GET", "/users/a%2Fb%20c%25", "user(id=a/b c%)"),
            ("DELETE", "/users/42", "drop(name=42)"),
            ("GET", "/users/new", "new()"),
            ("GET", "/users/n%65w", "new()"),
            ("POST", "/users/1/posts/2", "post(id=1,post=2)"),
            ("GET", "/files/a/b/c.txt", "files(rest=a/b/c.txt)"),
            ("GET", "/gr%C3%BC%c3%9fe/a%20b", "umlaut()"),
            ("GET", "/%7Bcurly%7D", "curly()"),
            ("PURGE", "/any", "any()"),
            ("PUT", "/users/42", "405 DELETE, GET, HEAD"),
            ("GET", "/users", "404"),
            ("GET", "/users/1/2", "404"),
            ("GET", "/Users/1", "404"),
        ] {
            let method = Method::from_bytes(method.as_bytes()).unwrap();
            assert_eq!(find(&routes, method.clone(), path), expected, "{method} {path}");
        }
    }

    #[test]
    fn a_route_is_replaced() {
        let mut routes = routes();
        routes.add(Some(Method::GET), "/users/:key", "other", false).unwrap();
        assert_eq!(find(&routes, Method::GET, "/users/1"), "other(key=1)");
    }

    #[test]
    fn malformed_paths_are_refused() {
        for path in ["", "a", "/a?b", "/a#b", "/a\nb", "/:", "/*", "/*a/b", "/:a/:a"] {
            assert!(Routes::default().add(None, path, "h", false).is_err(), "{path:?}");
        }
    }
}
