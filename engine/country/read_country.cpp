#include "country/read_country.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/date.hpp"
#include "base/files.hpp"
#include "country/json_tree.hpp"

namespace lacuna::country {
namespace {

// A path that leads out of the country's folder would read files that nobody named.
[[nodiscard]] bool stays_inside(std::string const& file) {
    std::filesystem::path const path(file);
    if (path.empty() || path.is_absolute() || file.find('\\') != std::string::npos) return false;
    return std::none_of(path.begin(), path.end(), [](auto const& part) { return part == ".."; });
}

// A title of blanks would leave an act without a name.
[[nodiscard]] std::string title_of(Fields& act, bool required) {
    auto title = act.text("title", required);
    if (!title.empty() && title.find_first_not_of(" \t\r\n") == std::string::npos) {
        act.complain(act.place("title"), "the title is blank",
                     "write what the act is called, or leave it out");
        title.clear();
    }
    return title;
}

void read_acts(Fields& fields, std::string const& name, std::vector<Act>& acts, std::vector<Span>& places) {
    fields.each(name, "act", [&](Fields& act) {
        Act read{act.text("file", true), act.texts("kinds"), title_of(act, false), act.place("kinds")};
        (void)act.text("note");
        if (!read.file.empty() && !stays_inside(read.file)) {
            act.complain(act.place("file"), fmt::format("'{}' leads out of the folder", read.file),
                         "name a file below the folder of country.json");
        } else if (!read.file.empty()) {
            acts.push_back(std::move(read));
            places.push_back(act.place("file"));
        }
    });
}

void read_not_read(Fields& fields, std::vector<UnreadAct>& acts) {
    fields.each("not_read", "act", [&](Fields& act) {
        UnreadAct read{title_of(act, true), act.texts("kinds"), act.place("kinds")};
        (void)act.text("note");
        if (!read.title.empty()) acts.push_back(std::move(read));
    });
}

// The date of a statement decides nothing, so one that cannot be read costs nothing but is told.
void check_date(Fields& statement, Diagnostics& diagnostics) {
    auto const date = statement.text("date");
    if (date.empty() || is_date(date)) return;
    diagnostics.add(diagnose(Code::country_idle, statement.place("date"),
                             fmt::format("'{}' is no date that can be read", date),
                             "write year, month and day: 2024-12-31"));
}

void read_statements(Fields& fields, std::string const& name, bool declaration,
                     std::vector<Reservation>& found, Diagnostics& diagnostics) {
    fields.each(name, declaration ? "declaration" : "reservation", [&](Fields& statement) {
        Reservation read;
        read.instrument = statement.text("instrument", true);
        read.article = statement.text("article", true);
        read.text = statement.text("text");
        read.declaration = declaration;
        read.instrument_place = statement.place("instrument");
        read.article_place = statement.place("article");
        check_date(statement, diagnostics);
        if (!read.instrument.empty() && !read.article.empty()) found.push_back(std::move(read));
    });
}

void check_schema(Fields& fields) {
    auto const schema = fields.text("schema", true);
    if (schema.empty() || schema == country_schema) return;
    fields.complain(fields.place("schema"),
                    fmt::format("'{}' is not a form of country file that is known", schema),
                    fmt::format("this version reads {}", country_schema));
}

[[nodiscard]] CountryFile read_fields(Json const& json, Diagnostics& diagnostics) {
    CountryFile file;
    auto& country = file.country;
    country.assumed = false;
    Fields fields(json, "country file", diagnostics);
    check_schema(fields);
    country.code = fields.text("code", true);
    country.name = fields.text("name", true);
    country.languages = fields.texts("languages");
    if (country.languages.empty()) fields.complain(fields.place("languages"), "no language is named");
    country.tradition = fields.text("legal_tradition");
    country.note = fields.text("note");
    read_acts(fields, "acts", country.acts, file.act_places);
    read_acts(fields, "bills", country.bills, file.bill_places);
    read_not_read(fields, country.not_read);
    read_statements(fields, "reservations", false, country.reservations, diagnostics);
    read_statements(fields, "declarations", true, country.reservations, diagnostics);
    fields.finish();
    return file;
}

}  // namespace

std::optional<CountryFile> read_country(std::filesystem::path const& path, SourceMap& sources,
                                        Diagnostics& diagnostics) {
    auto const read = read_file(path, sources, diagnostics, {std::uint64_t{8} << 20});
    if (!read.ok) return std::nullopt;
    auto const json = parse_json(sources.at(read.id), read.id, diagnostics);
    if (!json) return std::nullopt;
    if (json->kind != Json::Kind::object) {
        diagnostics.add(
            diagnose(Code::country_malformed, json->span,
                     fmt::format("a country file is an object, and this is {}", to_string(json->kind))));
        return std::nullopt;
    }
    auto file = read_fields(*json, diagnostics);
    file.country.folder = path.parent_path();
    return file;
}

}  // namespace lacuna::country
