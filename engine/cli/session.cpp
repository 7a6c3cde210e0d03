#include "cli/session.hpp"

#include <fmt/format.h>

#include <ostream>

#include "base/files.hpp"
#include "base/render.hpp"
#include "report/report.hpp"

namespace lacuna::cli {

bool Session::colour(bool terminal_stream) const {
    if (color == "always") return true;
    if (color == "never") return false;
    return terminal_stream && !terminal.no_color;
}

void Session::show_diagnostics() {
    auto const sorted = diagnostics.sorted();
    if (diagnostics_format == "json") {
        err << report::to_json(sorted, sources);
        return;
    }
    for (auto const& diagnostic : sorted) {
        if (quiet && diagnostic.severity != Severity::error) continue;
        err << render(diagnostic, sources, {colour_err(), 110});
    }
    if (sorted.empty() || quiet) return;
    auto const plural = [](std::size_t n) { return n == 1 ? "" : "s"; };
    auto const errors = diagnostics.errors(), warnings = diagnostics.warnings();
    if (errors + warnings > 0)
        err << fmt::format("{} error{}, {} warning{}\n", errors, plural(errors), warnings, plural(warnings));
}

int Session::exit_code(int otherwise) const {
    return diagnostics.errors() > 0 ? int{Exit::input_error} : otherwise;
}

bool Session::write(std::string const& path, std::string_view bytes) {
    std::string error;
    if (write_file(path, bytes, error)) return true;
    diagnostics.add(diagnose(Code::file_unwritable, {sources.add(path), 0, 0}, error,
                             "check the folder and the permissions"));
    return false;
}

void Progress::step(std::string_view what) {
    if (session_.quiet || !session_.terminal.err) return;
    auto const waited = std::chrono::steady_clock::now() - start_;
    if (waited < std::chrono::milliseconds(400)) return;
    session_.err << "\r\x1b[K" << what << " …" << std::flush;
    shown_ = true;
}

void Progress::clear() {
    if (shown_) session_.err << "\r\x1b[K" << std::flush;
    shown_ = false;
}

}  // namespace lacuna::cli
