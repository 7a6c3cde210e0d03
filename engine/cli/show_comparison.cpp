#include "cli/show_comparison.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/files.hpp"
#include "report/read_report.hpp"

namespace lacuna::cli {
namespace {

[[nodiscard]] report::Written comparison_in(report::Comparison const& comparison, std::string const& format,
                                            report::TextOptions const& text) {
    if (format == "json") return {report::to_json(comparison), "", ""};
    if (format == "html") return {report::to_html(comparison), "", ""};
    if (format == "text") return {report::to_text(comparison, text), "", ""};
    if (format == "docx" || format == "markdown") return report::write(report::paper_of(comparison), format);
    return {"", fmt::format("a comparison is not written as {}", format),
            "use text, json, html, docx or markdown"};
}

[[nodiscard]] bool duty_fell(report::ChangeRow const& row) {
    auto const* shown = row.before;
    if (shown == nullptr || shown->policy || shown->force == "may") return false;
    return row.change == report::Change::fell || row.change == report::Change::gone;
}

}  // namespace

std::optional<report::Report> read_run(Session& session, std::string const& path) {
    auto const read = read_file(path, session.sources, session.diagnostics);
    if (!read.ok) return std::nullopt;
    report::ReportError error;
    auto report = report::from_json(session.sources.at(read.id).bytes(), error);
    if (report) return report;
    using Kind = report::ReportError::Kind;
    auto const code = error.kind == Kind::version ? Code::report_version : Code::report_malformed;
    Span const place{read.id, error.offset, error.offset};
    session.diagnostics.add(diagnose(code, place, error.message,
                                     "write one with `lacuna check … -o run.json`, and leave it as it is"));
    return std::nullopt;
}

int show_comparison(Session& session, report::Comparison const& comparison, Outputs const& outputs,
                    bool fail_on_fell) {
    bool const written = write_outputs(session, outputs, [&](std::string const& format, bool whole) {
        return comparison_in(comparison, format, {!whole && session.colour_out(), 100, false});
    });
    if (!written) return Exit::input_error;
    auto const& changes = comparison.changes;
    bool const fell = std::any_of(changes.begin(), changes.end(), duty_fell);
    return fail_on_fell && fell ? Exit::findings : Exit::done;
}

}  // namespace lacuna::cli
