#include "report/formats.hpp"

#include <fmt/format.h>

namespace lacuna::report {

std::vector<Format> const& formats() {
    static std::vector<Format> const all{{"text", "txt", false},      {"json", "json", false},
                                         {"html", "html htm", false}, {"markdown", "md markdown", false},
                                         {"csv", "csv", false},       {"sarif", "sarif", false},
                                         {"xlsx", "xlsx", true},      {"docx", "docx", true}};
    return all;
}

std::string_view format_of(std::string_view path) {
    auto const dot = path.rfind('.');
    auto const slash = path.rfind('/');
    if (dot == std::string_view::npos || (slash != std::string_view::npos && dot < slash)) return {};
    if (path.ends_with(".sarif.json")) return "sarif";
    auto const ending = path.substr(dot + 1);
    for (auto const& format : formats()) {
        for (std::size_t at = 0; at < format.endings.size();) {
            auto const end = std::min(format.endings.find(' ', at), format.endings.size());
            if (format.endings.substr(at, end - at) == ending) return format.name;
            at = end + 1;
        }
    }
    return {};
}

Written write(Report const& report, std::string_view format, WriteOptions const& options) {
    if (format == "json") return {to_json(report), "", ""};
    if (format == "html") return {to_html(report), "", ""};
    if (format == "csv") return {to_csv(report, options.table), "", ""};
    if (format == "markdown") return {to_markdown(report), "", ""};
    if (format == "sarif") return to_sarif(report, options.version, options.baseline);
    if (format == "xlsx") return to_xlsx(report);
    if (format == "docx") return to_docx(report);
    if (format == "text") return {to_text(report, options.text), "", ""};
    return {"", fmt::format("no format is called '{}'", format), ""};
}

}  // namespace lacuna::report
