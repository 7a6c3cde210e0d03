// Pages in Markdown: one for each measure and one for each obligation, with the tests as examples, and one of
// all concepts.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <ostream>
#include <set>
#include <sstream>

#include "akn/read.hpp"
#include "base/one_line.hpp"
#include "cli/rules/named_rules.hpp"
#include "dsl/branches.hpp"

namespace lacuna::cli {
namespace {

namespace fs = std::filesystem;

struct Place {
    dsl::Instrument const* instrument;
    dsl::Article const* article;
    dsl::Obligation const* obligation;
};

void measures_of(dsl::Meets const& node, std::vector<std::string>& names) {
    if (node.kind == dsl::Meets::Kind::measure) names.push_back(node.name.text);
    for (auto const& child : node.children) measures_of(child, names);
}
[[nodiscard]] std::string page_of(Place const& place) {
    return fmt::format("{}-{}.md", place.instrument->name.text, place.obligation->id.text);
}

class Pages {
  public:
    Pages(Session& session, dsl::Pack const& pack, fs::path folder)
        : session_(session), folder_(std::move(folder)) {
        for (auto const& file : pack.files) {
            for (auto const& one : file.concepts) concepts_[one.name.text].push_back(&one);
            for (auto const& one : file.kinds) kinds_.emplace(one.name.text, &one);
            for (auto const& one : file.measures) measures_.emplace(one.name.text, &one);
            for (auto const& one : file.tests) tests_[one.name.text].push_back(&one);
            for (auto const& instrument : file.instruments)
                for (auto const& article : instrument.articles)
                    for (auto const& one : article.obligations) add({&instrument, &article, &one});
        }
    }

    bool write() {
        std::string index = "# Rules\n\n## Measures\n\n";
        bool good = true;
        for (auto const& [name, one] : measures_) {
            good = good && put(fs::path("measures") / (name + ".md"), measure(*one));
            index += fmt::format("- [{}](measures/{}.md): {}\n", name, name, one->title);
        }
        index += "\n## Obligations\n\n";
        std::string concepts = "# Concepts\n";
        for (auto const& [name, said] : concepts_) concepts += concept_(name, said);
        good = good && put("concepts.md", concepts);
        for (auto const& place : places_) {
            good = good && put(fs::path("obligations") / page_of(place), obligation(place));
            index += fmt::format("- [{} {}](obligations/{}): {}\n", place.instrument->name.text,
                                 place.obligation->id.text, page_of(place), place.obligation->title);
        }
        index += "\n## Concepts\n\n";
        for (auto const& [name, said] : concepts_)
            index += fmt::format("- [{}](concepts.md#{}){}\n", name, name, gloss(said));
        return good && put("index.md", index);
    }
    [[nodiscard]] std::size_t count() const { return measures_.size() + places_.size() + 2; }
    // Pages that an earlier run left, of what the rules no longer declare. They are named and not deleted.
    [[nodiscard]] std::vector<std::string> left_over() const {
        std::vector<std::string> left;
        for (auto const* part : {"measures", "obligations"}) {
            std::error_code error;
            for (fs::directory_iterator at(folder_ / part, error), end; !error && at != end;
                 at.increment(error)) {
                auto const name = (fs::path(part) / at->path().filename()).string();
                if (at->path().extension() == ".md" && !written_.contains(name)) left.push_back(name);
            }
        }
        std::sort(left.begin(), left.end());
        return left;
    }

  private:
    void add(Place place) {
        places_.push_back(place);
        std::vector<std::string> names;
        if (place.obligation->met_by) measures_of(*place.obligation->met_by, names);
        for (auto const& name : names) meets_[name].push_back(place);
    }

    bool put(fs::path const& name, std::string const& text) {
        written_.insert(name.string());
        std::error_code error;
        fs::create_directories((folder_ / name).parent_path(), error);
        return session_.write((folder_ / name).string(), text);
    }

    using Said = std::vector<dsl::Concept const*>;  // one for each language
    [[nodiscard]] static std::string gloss(Said const& said) {
        for (auto const* one : said)
            if (!one->gloss.empty()) return ": " + one->gloss;
        return {};
    }

    // In each language, and the measures that name it.
    [[nodiscard]] std::string concept_(std::string const& name, Said const& said) const {
        auto page = fmt::format("\n## {}\n\n", name);
        for (auto const* one : said) {
            page += fmt::format("- {}: `{}`", one->language, words(one->pattern.span));
            if (one->but_not) page += fmt::format(", but not `{}`", words(one->but_not->span));
            page += one->gloss.empty() ? "\n" : fmt::format(" ({})\n", one->gloss);
        }
        std::string used;
        for (auto const& [measure, one] : measures_)
            if (names(*one, name))
                used += fmt::format("{}[{}](measures/{}.md)", used.empty() ? "" : ", ", measure, measure);
        return page + (used.empty() ? "" : "\nMeasures: " + used + "\n");
    }
    [[nodiscard]] static bool names(dsl::Condition const& node, std::string_view name) {
        using K = dsl::Condition::Kind;
        if ((node.kind == K::name || node.kind == K::defines) && node.text == name) return true;
        return node.part_headed.text == name ||
               std::any_of(node.children.begin(), node.children.end(),
                           [&](dsl::Condition const& child) { return names(child, name); });
    }
    [[nodiscard]] bool names(dsl::Measure const& measure, std::string_view name) const {
        auto const in = [&](dsl::Condition const& node) { return names(node, name); };
        return std::any_of(measure.elements.begin(), measure.elements.end(),
                           [&](dsl::Element const& one) { return in(one.condition); }) ||
               std::any_of(measure.unless.begin(), measure.unless.end(), in) ||
               (gate_of(measure) != nullptr && in(*gate_of(measure)));
    }
    // Its own, else that of its kind.
    [[nodiscard]] dsl::Condition const* gate_of(dsl::Measure const& measure) const {
        if (measure.gate) return &*measure.gate;
        auto const kind = kinds_.find(measure.kind.text);
        return kind == kinds_.end() || !kind->second->gate ? nullptr : &*kind->second->gate;
    }

    // As the author wrote it, on one line.
    [[nodiscard]] std::string words(Span const& span) const { return one_line(session_.sources.text(span)); }

    [[nodiscard]] std::string measure(dsl::Measure const& one) const {
        auto page = fmt::format("# {}\n\n`{}`, a measure of the kind `{}`\n\n", one.title, one.name.text,
                                one.kind.text);
        if (!one.note.empty()) page += one.note + "\n\n";
        page += "| element | found where |\n| --- | --- |\n";
        for (auto const& element : one.elements)
            page += fmt::format("| {}{} | `{}` |\n", element.option ? "option " : "", element.name.text,
                                in_table(words(element.condition.span)));
        if (auto const* gate = gate_of(one))
            page += fmt::format("\nGate{}: `{}`.\n",
                                one.gate ? "" : fmt::format(" of the kind `{}`", one.kind.text),
                                words(gate->span));
        if (one.needs) page += fmt::format("\nNeeds `{}`.\n", words(one.needs->span));
        for (auto const& node : one.unless) page += fmt::format("\nUnless `{}`.\n", words(node.span));
        if (auto const met = meets_.find(one.name.text); met != meets_.end()) {
            page += "\n## Meets\n\n";
            for (auto const& place : met->second)
                page += fmt::format("- [{} {}](../obligations/{}): {}\n", place.instrument->name.text,
                                    place.obligation->id.text, page_of(place), place.obligation->title);
        }
        return page + examples(one.name.text);
    }

    [[nodiscard]] static std::string in_table(std::string text) {
        for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2)
            text.insert(at, 1, '\\');
        return text;
    }

    // An example is an act of its own: a heading, a unit and a point keep their own lines, and so does what
    // stands below a heading. Any other line goes on with the one above it.
    [[nodiscard]] std::string quoted(Span const& span) const {
        std::istringstream in(std::string(session_.sources.text(span)));
        std::string text, paragraph;
        for (std::string line; std::getline(in, line);) {
            line = one_line(line);
            if (line.empty()) continue;
            bool const anew = line.front() == '#' || line.front() == '(' || akn::begins_unit(line);
            if (!paragraph.empty() && (anew || paragraph.front() == '#')) {
                text += fmt::format("> {}\n>\n", paragraph);
                paragraph.clear();
            }
            paragraph += (paragraph.empty() ? "" : " ") + line;
        }
        return text + fmt::format("> {}\n", paragraph);
    }

    [[nodiscard]] std::string examples(std::string const& name) const {
        auto const found = tests_.find(name);
        if (found == tests_.end()) return {};
        std::string text = "\n## Examples\n";
        constexpr std::string_view kinds[] = {"Found", "Not found", "Known miss"};
        for (auto const* test : found->second)
            for (auto const& one : test->examples) {
                text += fmt::format("\n{} ({})", kinds[static_cast<std::size_t>(one.kind)], test->language);
                if (!one.with.empty()) text += ", with " + list(one.with);
                if (!one.without.empty()) text += ", without " + list(one.without);
                text +=
                    ":\n\n" + quoted({one.text.span.source, one.text.span.begin + 1, one.text.span.end - 1});
            }
        return text;
    }

    [[nodiscard]] static std::string list(std::vector<dsl::Name> const& names) {
        std::string text;
        for (auto const& name : names) text += (text.empty() ? "" : ", ") + name.text;
        return text;
    }

    // The options of the instrument that permit less of an obligation.
    [[nodiscard]] std::string narrowed_by(Place const& place) const {
        std::vector<dsl::Name> options;
        for (auto const& other : places_)
            for (auto const& id : other.obligation->narrows)
                if (other.instrument == place.instrument && id.text == place.obligation->id.text)
                    options.push_back(other.obligation->id);
        return list(options);
    }

    [[nodiscard]] std::string obligation(Place const& place) const {
        auto const& one = *place.obligation;
        auto page =
            fmt::format("# {} {}: {}\n\n{}, article {} ({}). Force: {}{}.\n", place.instrument->name.text,
                        one.id.text, one.title, place.instrument->title, place.article->id.text,
                        place.article->title, dsl::to_string(one.force), one.policy ? ", policy" : "");
        if (one.met_by)
            page += fmt::format("\nMet by `{}`", words(one.met_by->span));
        else
            page += one.policy ? "\nNo statute can show it" : "\nNo measure meets it";
        if (!one.with.empty()) page += " with " + list(one.with);
        page += ".\n";
        if (!one.allows.empty()) page += fmt::format("\nAllows {}.\n", list(one.allows));
        if (!one.protects.empty()) page += fmt::format("\nProtects people by {}.\n", list(one.protects));
        if (!one.asks.empty()) page += fmt::format("\nAsks for law on {}.\n", list(one.asks));
        if (!one.narrows.empty()) page += fmt::format("\nPermits less of {}.\n", list(one.narrows));
        if (auto const by = narrowed_by(place); !by.empty())
            page += fmt::format("\nLess is permitted by {}.\n", by);
        if (one.reservable)
            page += fmt::format("\nA reservation is permitted{}.\n",
                                one.reservable_under.empty() ? "" : " under " + one.reservable_under);
        page += fmt::format("\nContent verified: {}.\n", dsl::to_string(one.verified));
        if (!one.note.empty()) page += "\n" + one.note + "\n";
        std::vector<std::string> names;
        if (one.met_by) measures_of(*one.met_by, names);
        for (auto const& name : names)
            page += fmt::format("\nMeasure [{}](../measures/{}.md)\n{}", name, name, examples(name));
        return page;
    }

    Session& session_;
    fs::path folder_;
    std::map<std::string, Said> concepts_;
    std::map<std::string, dsl::Kind const*> kinds_;
    std::map<std::string, dsl::Measure const*> measures_;
    std::map<std::string, std::vector<dsl::Test const*>> tests_;
    std::map<std::string, std::vector<Place>> meets_;
    std::vector<Place> places_;
    std::set<std::string> written_;  // names of pages
};

}  // namespace

int rules_doc(Session& session, RulesOptions const& options) {
    auto const pack = read_named(session, options).pack;
    if (session.diagnostics.errors() > 0) return Exit::input_error;
    fs::path const folder = options.output.empty() ? "rules-doc" : options.output;
    Pages pages(session, pack, folder);
    if (!pages.write()) return Exit::input_error;
    session.out << fmt::format("{} pages in {}\n", pages.count(), folder.string());
    for (auto const& page : pages.left_over())
        session.out << fmt::format("left by an earlier run, and true no longer: {}\n",
                                   (folder / page).string());
    return Exit::done;
}

}  // namespace lacuna::cli
