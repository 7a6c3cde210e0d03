// The tree as indented text: one node to a line, no places, so that two files with the same meaning give the
// same text.
#include <fmt/format.h>

#include <iterator>

#include "dsl/format.hpp"

namespace lacuna::dsl {
namespace {

class Dumper {
  public:
    std::string take() { return std::move(out_); }

    void file(File const& file) {
        for (auto const& item : file.items) item_of(file, item);
        for (auto const& name : file.failed) line(0, "failed {}", name.text);
    }

  private:
    template <class... Args>
    void line(int depth, fmt::format_string<Args...> format, Args&&... args) {
        out_.append(static_cast<std::size_t>(depth) * 2, ' ');
        fmt::format_to(std::back_inserter(out_), format, std::forward<Args>(args)...);
        out_ += '\n';
    }

    void item_of(File const& file, File::Item const& item) {
        using K = File::Item::Kind;
        switch (item.kind) {
            case K::lexicon:
                return line(0, "lexicon {}", file.lexicons[item.index].text);
            case K::concept_:
                return concept_(file.concepts[item.index]);
            case K::spelling:
                line(0, "spelling {}", file.spellings[item.index].language);
                for (auto const& word : file.spellings[item.index].words)
                    line(1, "{} = {}", word.written.value, word.read_as.value);
                return;
            case K::quantity:
                return quantity(file.quantities[item.index]);
            case K::kind:
                return kind(file.kinds[item.index]);
            case K::measure:
                return measure(file.measures[item.index]);
            case K::instrument:
                return instrument(file.instruments[item.index]);
            case K::test:
                return test(file.tests[item.index]);
        }
    }

    void concept_(Concept const& node) {
        line(0, "concept {} {} \"{}\"", node.name.text, node.language, node.gloss);
        pattern(1, node.pattern);
        if (!node.but_not) return;
        line(1, "but not");
        pattern(2, *node.but_not);
    }

    static std::string_view word(Pattern::Kind kind) {
        constexpr std::string_view words[] = {"words", "exact", "reference", "number",      "duration",
                                              "money", "date",  "sequence",  "alternatives"};
        return words[static_cast<std::size_t>(kind)];
    }
    void pattern(int depth, Pattern const& node) {
        std::string marks;
        for (auto const gap : node.gaps) marks += fmt::format(" ..{}", gap);
        if (node.optional) marks += " ?";
        if (!node.bind.empty()) marks += " as " + node.bind;
        line(depth, "{}{}{}", word(node.kind), node.text.empty() ? "" : fmt::format(" [{}]", node.text),
             marks);
        for (auto const& child : node.children) pattern(depth + 1, child);
    }

    void quantity(Quantity const& node) {
        line(0, "quantity {} {}", node.kind == Quantity::Kind::duration ? "duration" : "money",
             node.language);
        for (auto const& word : node.words)
            line(1, "[{}] = {} {}", word.words.value, word.factor, static_cast<int>(word.unit));
    }

    void kind(Kind const& node) {
        line(0, "kind {}", node.name.text);
        if (node.gate) clause(1, "gate", *node.gate);
        line(1, "elements{}", names(node.elements));
        for (std::size_t at = 0; at < node.titles.size(); ++at)
            if (!node.titles[at].empty()) line(2, "{} \"{}\"", node.elements[at].text, node.titles[at]);
    }

    void measure(Measure const& node) {
        line(0, "measure {} : {} \"{}\"", node.name.text, node.kind.text, node.title);
        for (auto const& element : node.elements)
            clause(1, fmt::format("{} {}", element.option ? "option" : "element", element.name.text),
                   element.condition);
        if (node.needs) clause(1, "needs", *node.needs);
        for (auto const& one : node.unless) clause(1, "unless", one);
        if (node.gate) clause(1, "gate", *node.gate);
        if (!node.note.empty()) line(1, "note \"{}\"", node.note);
    }

    void clause(int depth, std::string_view what, Condition const& node) {
        line(depth, "{}", what);
        condition(depth + 1, node);
    }

    static std::string_view word(Condition::Kind kind) {
        constexpr std::string_view words[] = {
            "name", "words",    "exact",  "any",     "all",         "not",     "near",      "before",
            "with", "at_least", "scoped", "measure", "heading has", "defines", "refers to", "value"};
        return words[static_cast<std::size_t>(kind)];
    }
    void condition(int depth, Condition const& node) {
        std::string marks;
        if (!node.text.empty()) marks += fmt::format(" [{}]", node.text);
        for (auto const scope : node.scopes) marks += fmt::format(" {}", to_string(scope));
        if (!node.part_headed.text.empty()) marks += " part headed " + node.part_headed.text;
        if (node.count > 0) marks += fmt::format(" {}", node.count);
        if (node.kind == Condition::Kind::value)
            marks += fmt::format(" {} {} {}", static_cast<int>(node.compare), node.number,
                                 static_cast<int>(node.unit));
        line(depth, "{}{}", word(node.kind), marks);
        for (auto const& child : node.children) condition(depth + 1, child);
    }

    void instrument(Instrument const& node) {
        line(0, "instrument {} \"{}\"", node.name.text, node.title);
        line(1, "cite \"{}\"", node.cite);
        if (!node.note.empty()) line(1, "note \"{}\"", node.note);
        for (auto const& article : node.articles) {
            line(1, "article {} \"{}\" in chapter {} \"{}\"", article.id.text, article.title,
                 article.chapter_id, article.chapter_title);
            for (auto const& name : article.usually_in) line(2, "usually in {}", name.text);
            for (auto const& one : article.obligations) {
                obligation(one);
                narrows(one);
            }
        }
        for (auto const& one : node.cooperations) cooperation(one);
    }

    void narrows(Obligation const& node) {
        for (auto const& id : node.narrows) line(3, "narrows {}", id.text);
    }

    void cooperation(Cooperation const& node) {
        line(1, "cooperation \"{}\"", node.title);
        line(2, "offences{}", names(node.offences));
        if (node.reaches) line(2, "reaches {}", node.reaches->text);
        if (node.below) line(2, "below {}", node.below->text);
        if (!node.note.empty()) line(2, "note \"{}\"", node.note);
    }

    void obligation(Obligation const& node) {
        line(2, "obligation {} {}{} \"{}\"", node.id.text, to_string(node.force),
             node.policy ? " policy" : "", node.title);
        if (node.met_by) meets(3, *node.met_by);
        list("with", node.with);
        list("allows", node.allows);
        list("protects", node.protects);
        list("asks", node.asks);
        if (node.reservable) line(3, "reservable {}", node.reservable_under);
        line(3, "verified {}", to_string(node.verified));
        if (!node.note.empty()) line(3, "note \"{}\"", node.note);
    }
    void list(std::string_view what, std::vector<Name> const& of) {
        if (!of.empty()) line(3, "{}{}", what, names(of));
    }
    void meets(int depth, Meets const& node) {
        constexpr std::string_view words[] = {"met by", "any of", "each of", "at least"};
        line(depth, "{} {}{}", words[static_cast<std::size_t>(node.kind)], node.name.text,
             node.count > 0 ? fmt::format("{}", node.count) : "");
        for (auto const& child : node.children) meets(depth + 1, child);
    }

    void test(Test const& node) {
        constexpr std::string_view words[] = {"yes", "no", "todo"};
        line(0, "test {} in {}", node.name.text, node.language);
        for (auto const& example : node.examples) {
            line(1, "{} \"{}\"", words[static_cast<std::size_t>(example.kind)], example.text.value);
            if (!example.with.empty()) line(2, "with{}", names(example.with));
            if (!example.without.empty()) line(2, "without{}", names(example.without));
        }
    }

    static std::string names(std::vector<Name> const& of) {
        std::string text;
        for (auto const& name : of) text += " " + name.text;
        return text;
    }

    std::string out_;
};

}  // namespace

std::string dump(File const& file) {
    Dumper dumper;
    dumper.file(file);
    return dumper.take();
}

}  // namespace lacuna::dsl
