#include "program/catalogue.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "program/catalogue_builder.hpp"

namespace lacuna::program {
namespace {

[[nodiscard]] std::vector<std::string> texts(std::vector<dsl::Name> const& names) {
    std::vector<std::string> all;
    for (auto const& name : names) all.push_back(name.text);
    return all;
}

[[nodiscard]] bool names_element(dsl::Condition const& condition, std::string const& name) {
    if (condition.kind == dsl::Condition::Kind::name && condition.text == name) return true;
    return std::any_of(condition.children.begin(), condition.children.end(),
                       [&](dsl::Condition const& child) { return names_element(child, name); });
}

// What the kinds of the pack call their elements, by kind and name.
using Titles = std::map<std::pair<std::string, std::string>, std::string>;

[[nodiscard]] Titles titles_of(dsl::Pack const& pack) {
    Titles titles;
    for (auto const& file : pack.files)
        for (auto const& kind : file.kinds)
            for (std::size_t at = 0; at < kind.titles.size(); ++at)
                if (!kind.titles[at].empty())
                    titles[{kind.name.text, kind.elements[at].text}] = kind.titles[at];
    return titles;
}

[[nodiscard]] Measure measure_row(dsl::Measure const& declared, Titles const& titles) {
    Measure row;
    row.name = declared.name.text;
    row.kind = declared.kind.text;
    row.title = declared.title;
    row.span = declared.span;
    for (auto const& element : declared.elements) {
        auto const title = titles.find({row.kind, element.name.text});
        row.elements.push_back(
            {element.name.text, element.option,
             declared.needs && names_element(*declared.needs, element.name.text),
             element.option || title == titles.end() ? quoted_name(element.name.text) : title->second});
    }
    return row;
}

[[nodiscard]] Meets resolve(Catalogue const& catalogue, dsl::Meets const& declared) {
    Meets meets;
    meets.kind = declared.kind;
    meets.count = declared.count;
    if (declared.kind == dsl::Meets::Kind::measure) meets.measure = catalogue.measure(declared.name.text);
    for (auto const& child : declared.children) meets.children.push_back(resolve(catalogue, child));
    return meets;
}

[[nodiscard]] Obligation obligation_row(Catalogue const& catalogue, dsl::Article const& article,
                                        dsl::Obligation const& declared) {
    Obligation row;
    row.id = declared.id.text;
    row.article = article.id.text;
    row.article_title = article.title;
    row.chapter = article.chapter_id;
    row.chapter_title = article.chapter_title;
    row.force = declared.force;
    row.policy = declared.policy;
    row.title = declared.title;
    row.has_rules = declared.met_by.has_value();
    if (declared.met_by) row.met_by = resolve(catalogue, *declared.met_by);
    row.with = texts(declared.with);
    row.allows = texts(declared.allows);
    row.protects = texts(declared.protects);
    for (auto const& name : row.protects)  // what protects is asked, whether or not 'with' says so too
        if (std::find(row.with.begin(), row.with.end(), name) == row.with.end()) row.with.push_back(name);
    row.asks = texts(declared.asks);
    if (row.asks.empty()) row.asks = {"substantive"};
    row.narrows = texts(declared.narrows);
    row.reservable = declared.reservable;
    row.reservable_under = declared.reservable_under;
    row.verified = declared.verified;
    row.note = declared.note;
    row.span = declared.span;
    return row;
}

[[nodiscard]] Cooperation cooperation_row(Catalogue const& catalogue, Instrument const& instrument,
                                          dsl::Cooperation const& declared) {
    Cooperation row;
    row.title = declared.title;
    row.note = declared.note;
    for (auto const& id : declared.offences)
        for (std::size_t i = 0; i < instrument.obligations.size(); ++i)
            if (instrument.obligations[i].id == id.text) row.offences.emplace_back(i);
    if (declared.reaches) row.reaches = catalogue.measure(declared.reaches->text);
    if (declared.below) row.below = catalogue.measure(declared.below->text);
    return row;
}

[[nodiscard]] Instrument instrument_row(Catalogue const& catalogue, dsl::Instrument const& declared) {
    Instrument row{declared.name.text, declared.title, declared.cite, declared.note, {}};
    for (auto const& article : declared.articles)
        for (auto const& obligation : article.obligations)
            row.obligations.push_back(obligation_row(catalogue, article, obligation));
    for (auto const& one : declared.cooperations)
        row.cooperations.push_back(cooperation_row(catalogue, row, one));
    return row;
}

}  // namespace

std::string quoted_name(std::string name) {
    std::replace(name.begin(), name.end(), '-', ' ');
    return "“" + name + "”";
}

std::string unquoted(std::string name) {
    constexpr std::string_view open = "“", close = "”";
    if (!name.starts_with(open) || !name.ends_with(close)) return name;
    return name.substr(open.size(), name.size() - open.size() - close.size());
}

ElementId Measure::element(std::string_view wanted) const {
    for (std::size_t row = 0; row < elements.size(); ++row)
        if (elements[row].name == wanted) return ElementId(row);
    return {};
}

std::string Measure::title_of(std::string_view wanted) const {
    auto const id = element(wanted);
    return id.valid() ? elements[id.index()].title : quoted_name(std::string(wanted));
}

MeasureId Catalogue::measure(std::string_view wanted) const {
    for (std::size_t row = 0; row < measures.size(); ++row)
        if (measures[row].name == wanted) return MeasureId(row);
    return {};
}

InstrumentId Catalogue::instrument(std::string_view wanted) const {
    for (std::size_t row = 0; row < instruments.size(); ++row)
        if (instruments[row].name == wanted) return InstrumentId(row);
    return {};
}

std::vector<std::string> languages_of(dsl::Pack const& pack) {
    std::set<std::string> languages;
    for (auto const& file : pack.files)
        for (auto const& language : file.lexicons) languages.insert(language.text);
    return {languages.begin(), languages.end()};
}

Catalogue build_catalogue(dsl::Pack const& pack) {
    Catalogue catalogue;
    auto const titles = titles_of(pack);
    for (auto const& file : pack.files)
        for (auto const& measure : file.measures) catalogue.measures.push_back(measure_row(measure, titles));
    for (auto const& file : pack.files)
        for (auto const& instrument : file.instruments)
            catalogue.instruments.push_back(instrument_row(catalogue, instrument));
    std::sort(catalogue.instruments.begin(), catalogue.instruments.end(),
              [](Instrument const& a, Instrument const& b) { return a.name < b.name; });
    catalogue.languages = languages_of(pack);
    return catalogue;
}

void resolve_laws(dsl::Pack const& pack, std::function<ConceptId(std::string const&)> const& row_of,
                  Catalogue& catalogue) {
    std::set<ConceptId> all;
    for (auto const& file : pack.files)
        for (auto const& declared : file.instruments) {
            auto& obligations =
                catalogue.instruments[catalogue.instrument(declared.name.text).index()].obligations;
            auto row = obligations.begin();
            for (auto const& article : declared.articles) {
                std::vector<ConceptId> laws;
                for (auto const& name : article.usually_in) laws.push_back(row_of(name.text));
                all.insert(laws.begin(), laws.end());
                for (std::size_t i = 0; i < article.obligations.size(); ++i) (row++)->usually_in = laws;
            }
        }
    catalogue.laws.assign(all.begin(), all.end());
}

}  // namespace lacuna::program
