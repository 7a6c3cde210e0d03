#include "report/formats.hpp"
#include "report/tables.hpp"

namespace lacuna::report {
namespace {

// A spreadsheet runs a cell that begins so; an apostrophe before it makes it words. Some read the wide forms
// as the narrow ones.
[[nodiscard]] bool runs(std::string_view text) {
    for (std::string_view const sign : {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"})
        if (text.starts_with(sign)) return true;
    return false;
}

void append(std::string& out, std::string_view text) {
    out += '"';
    if (runs(text)) out += '\'';
    for (char const letter : text) {
        if (letter == '"') out += '"';
        out += letter;
    }
    out += '"';
}

}  // namespace

std::string to_csv(Report const& report, std::string_view name) {
    return to_csv(table_named(report, name));
}

std::string to_csv(Table const& table) {
    std::string out = "\uFEFF";  // without it a spreadsheet takes the bytes for another encoding
    auto const end_row = [&] {
        out.back() = '\r';
        out += '\n';
    };
    for (auto const& column : table.columns) {
        append(out, column.title);
        out += ',';
    }
    end_row();
    for (auto const& row : table.rows) {
        for (auto const& cell : row) {
            if (auto const* text = std::get_if<std::string>(&cell))
                append(out, *text);
            else
                out += std::to_string(std::get<std::uint64_t>(cell));
            out += ',';
        }
        end_row();
    }
    return out;
}

}  // namespace lacuna::report
