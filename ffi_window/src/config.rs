//! Configuration of a new window.

use crate::{Error, Result, limits, platform::System, size_limits::SizeLimits};
use serde::Deserialize;
use winit::{
    dpi::{PhysicalPosition, PhysicalSize},
    window::{Fullscreen, Window, WindowAttributes, WindowLevel},
};

/// A window's configuration, as C writes it.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    width: i64,
    height: i64,
    title: String,
    resizable: bool,
    decorations: bool,
    transparent: bool,
    always_on_top: bool,
    fullscreen: bool,
    maximized: bool,
    visible: bool,
    min_width: i64,
    min_height: i64,
    max_width: i64,
    max_height: i64,
    x: Option<i64>,
    y: Option<i64>,
    app_id: String,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            width: 800,
            height: 600,
            title: String::new(),
            resizable: true,
            decorations: true,
            transparent: false,
            always_on_top: false,
            fullscreen: false,
            maximized: false,
            visible: true,
            min_width: 0,
            min_height: 0,
            max_width: 0,
            max_height: 0,
            x: None,
            y: None,
            app_id: String::new(),
        }
    }
}

impl Config {
    /// Parses the configuration in a JSON object.
    pub fn from_json(json: &str) -> Result<Self> {
        if !json.trim_start().starts_with('{') {
            return Err(Error::Config("it is no JSON object".into()));
        }
        let config: Self = ffi_core::json::object(json).map_err(|error| Error::Config(error.to_string()))?;
        config.check()?;
        Ok(config)
    }

    /// The defaults, with a size and a title.
    pub fn plain(width: i64, height: i64, title: &str) -> Result<Self> {
        let config = Self { width, height, title: title.to_owned(), ..Self::default() };
        config.check()?;
        Ok(config)
    }

    fn check(&self) -> Result<()> {
        limits::name("title", &self.title)?;
        limits::side("width", self.width)?;
        limits::side("height", self.height)?;
        limits::limit("min_width", self.min_width)?;
        limits::limit("min_height", self.min_height)?;
        limits::limit("max_width", self.max_width)?;
        limits::limit("max_height", self.max_height)?;
        self.position()?;
        limits::name("app_id", &self.app_id)?;
        self.limits().check()
    }

    /// The position asked for, both coordinates or none.
    fn position(&self) -> Result<Option<PhysicalPosition<i32>>> {
        match (self.x, self.y) {
            (None, None) => Ok(None),
            (Some(x), Some(y)) => {
                Ok(Some(PhysicalPosition::new(limits::coordinate("x", x)?, limits::coordinate("y", y)?)))
            }
            _ => Err(Error::Config("`x` and `y` go together".into())),
        }
    }

    /// The limits of its size.
    pub fn limits(&self) -> SizeLimits {
        SizeLimits {
            least: (self.min_width as u32, self.min_height as u32),
            greatest: (self.max_width as u32, self.max_height as u32),
        }
    }

    /// The attributes that winit is told; refused where the window system has no such thing.
    pub fn attributes(self, system: System) -> Result<WindowAttributes> {
        if system == System::Wayland {
            let reason = || "Wayland leaves that to its user".to_owned();
            if self.always_on_top {
                return Err(Error::Impossible("`always_on_top`", reason()));
            }
            if !self.visible {
                return Err(Error::Impossible("`visible` false", reason()));
            }
            if self.x.is_some() {
                return Err(Error::Impossible("`x` and `y`", reason()));
            }
        }
        let limits = self.limits();
        let position = self.position()?;
        let level = if self.always_on_top { WindowLevel::AlwaysOnTop } else { WindowLevel::Normal };
        let mut attributes = Window::default_attributes()
            .with_title(self.title)
            .with_inner_size(PhysicalSize::new(self.width as u32, self.height as u32))
            .with_resizable(self.resizable)
            .with_decorations(self.decorations)
            .with_transparent(self.transparent)
            .with_window_level(level)
            .with_maximized(self.maximized)
            .with_visible(self.visible)
            .with_fullscreen(self.fullscreen.then_some(Fullscreen::Borderless(None)));
        attributes.min_inner_size = limits.least_size().map(Into::into);
        attributes.max_inner_size = limits.greatest_size().map(Into::into);
        attributes.position = position.map(Into::into);
        Ok(named(attributes, self.app_id))
    }
}

/// Tells the desktop which application it belongs to.
#[cfg(target_os = "linux")]
fn named(attributes: WindowAttributes, app_id: String) -> WindowAttributes {
    use winit::platform::x11::WindowAttributesExtX11;
    // Wayland's is the same.
    if app_id.is_empty() { attributes } else { attributes.with_name(&app_id, &app_id) }
}

#[cfg(not(target_os = "linux"))]
fn named(attributes: WindowAttributes, _app_id: String) -> WindowAttributes {
    attributes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_known() {
        let json = r#"{"width": 320, "height": 200, "title": "t", "resizable": false, "decorations": false,
            "transparent": true, "always_on_top": true, "fullscreen": true, "maximized": true, "visible": false,
            "min_width": 1, "min_height": 2, "max_width": 3000, "max_height": 0, "x": 7, "y": -8,
            "app_id": "an.app"}"#;
        let attributes = Config::from_json(json).unwrap().attributes(System::X11).unwrap();
        assert_eq!(attributes.inner_size, Some(PhysicalSize::new(320, 200).into()));
        assert_eq!(attributes.min_inner_size, Some(PhysicalSize::new(1, 2).into()));
        assert_eq!(attributes.max_inner_size, Some(PhysicalSize::new(3000, 32767).into()));
        assert_eq!(attributes.title, "t");
        assert_eq!(attributes.position, Some(PhysicalPosition::new(7, -8).into()));
        assert!(!attributes.resizable && !attributes.decorations && !attributes.visible);
        assert!(attributes.transparent && attributes.maximized && attributes.fullscreen.is_some());
        assert_eq!(attributes.window_level, WindowLevel::AlwaysOnTop);
    }

    #[test]
    fn nonsense_is_refused_by_name() {
        for (json, wrong) in [
            (r#"{"heigth": 1}"#, "unknown field `heigth`"),
            (r#"{"width": 0}"#, "`width` is 0"),
            (r#"{"width": 32768}"#, "`width` is 32768"),
            (r#"{"height": -5}"#, "`height` is -5"),
            (r#"{"min_width": -1}"#, "`min_width` is -1"),
            (r#"{"min_width": 9, "max_width": 8}"#, "the least width would be 9 and the greatest 8"),
            (r#"{"title": 5}"#, "invalid type"),
            (r#"{"x": 5}"#, "`x` and `y` go together"),
            (r#"{"x": 5, "y": 32768}"#, "`y` is 32768"),
            (r#"{"app_id": "a\u0000b"}"#, "NUL"),
            (r#"{"width": 1.5}"#, "invalid type"),
            ("", "no JSON object"),
            ("{", "EOF"),
            ("[]", "`config_json` is refused: it is no JSON object"),
        ] {
            let error = Config::from_json(json).unwrap_err().to_string();
            assert!(error.contains(wrong), "{json}: {error}");
        }
    }

    #[test]
    fn what_wayland_cannot_do_is_said() {
        for json in [r#"{"visible": false}"#, r#"{"always_on_top": true}"#, r#"{"x": 1, "y": 2}"#] {
            let error = Config::from_json(json).unwrap().attributes(System::Wayland).unwrap_err().to_string();
            assert!(error.contains("Wayland"), "{error}");
        }
    }
}
