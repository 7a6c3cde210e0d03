#include <fmt/format.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>

#include "report/concordance.hpp"
#include "report/text_style.hpp"

namespace lacuna::report {
namespace {

using Json = nlohmann::ordered_json;

[[nodiscard]] Json surplus_json(Surplus const& surplus) {
    auto json = Json::object();
    if (!surplus.elements.empty()) json["elements"] = surplus.elements;
    if (!surplus.options.empty()) json["options"] = surplus.options;
    if (surplus.duty) json["duty"] = true;
    if (surplus.reservable) json["reservable"] = surplus.reservable_under;
    return json;
}

[[nodiscard]] Json side_json(ConcordanceSide const& side) {
    auto rows = Json::array();
    for (auto const& row : side.rows) {
        Json json{{"obligation", row.id}, {"article", row.article}, {"title", row.title},
                  {"force", row.force},   {"policy", row.policy},   {"tested", row.tested}};
        json["counterparts"] = Json::array();
        for (auto const& other : row.counterparts)
            json["counterparts"].push_back({{"obligation", other.id},
                                            {"measures", other.measures},
                                            {"only_here", surplus_json(other.here)},
                                            {"only_there", surplus_json(other.there)}});
        rows.push_back(std::move(json));
    }
    return {{"instrument", side.name}, {"title", side.title}, {"obligations", std::move(rows)}};
}

[[nodiscard]] std::string surplus_text(Surplus const& surplus) {
    std::vector<std::string> parts;
    if (!surplus.elements.empty())
        parts.push_back(fmt::format("asks for {}", fmt::join(surplus.elements, ", ")));
    if (surplus.duty) parts.push_back("is a duty");
    if (!surplus.options.empty()) parts.push_back(fmt::format("allows {}", fmt::join(surplus.options, ", ")));
    if (surplus.reservable)
        parts.push_back(surplus.reservable_under.empty()
                            ? "can be reserved"
                            : "can be reserved under " + surplus.reservable_under);
    return fmt::format("{}", fmt::join(parts, "; "));
}

void write_side(ConcordanceSide const& side, ConcordanceSide const& other, TextStyle const& style,
                std::string& out) {
    out += style.bold(fmt::format("{} seen from {}", other.title, side.title)) + "\n";
    std::string article;
    for (auto const& row : side.rows) {
        if (row.policy) continue;
        if (row.article != article)
            out +=
                '\n' + style.bold(fmt::format("{} {}  {}", side.name, row.article, row.article_title)) + '\n';
        article = row.article;
        out += style.wrap(fmt::format("  {} {}  ", row.id, row.force), "      ", row.title) + '\n';
        if (!row.tested) out += style.dim("      no measure meets it: not compared") + '\n';
        if (row.tested && row.counterparts.empty())
            out += fmt::format("      {} asks nothing like it\n", other.name);
        for (auto const& item : row.counterparts) {
            auto const here = surplus_text(item.here), there = surplus_text(item.there);
            out += fmt::format("      = {} {}", other.name, item.id);
            if (here.empty() && there.empty()) out += ", the same";
            out += '\n';
            if (!here.empty()) out += fmt::format("          only {}: {}\n", side.name, here);
            if (!there.empty()) out += fmt::format("          only {}: {}\n", other.name, there);
        }
    }
    out += '\n';
}

}  // namespace

std::string to_json(Concordance const& concordance) {
    Json const json{
        {"format", "lacuna-concordance/1"}, {"a", side_json(concordance.a)}, {"b", side_json(concordance.b)}};
    return json.dump(1) + '\n';
}

std::string to_text(Concordance const& concordance, bool colour) {
    TextStyle const style(colour, 100);
    std::string out;
    write_side(concordance.a, concordance.b, style, out);
    write_side(concordance.b, concordance.a, style, out);
    return out;
}

}  // namespace lacuna::report
