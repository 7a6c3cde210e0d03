// A name is declared once in a pack; a concept once in each language.
#include <fmt/format.h>

#include "dsl/checks/checks.hpp"

namespace lacuna::dsl {
namespace {

class Seen {
  public:
    explicit Seen(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}
    // True when it is the first of its name.
    bool add(std::string key, Name const& name, std::string_view what, std::string const& where = {}) {
        auto const [first, fresh] = first_.emplace(std::move(key), &name);
        if (fresh) return true;
        auto diagnostic = diagnose(Code::rule_duplicate, name.span,
                                   fmt::format("{} '{}' is declared twice{}", what, name.text, where),
                                   "give one of them another name, or join the two");
        diagnostic.others.push_back({first->second->span, "first declared here"});
        diagnostics_.add(std::move(diagnostic));
        return false;
    }

  private:
    std::unordered_map<std::string, Name const*> first_;
    Diagnostics& diagnostics_;
};

void parts_of(Instrument const& one, Seen& seen) {
    for (auto const& article : one.articles) {
        if (!article.id.text.empty() &&
            !seen.add(fmt::format("article {} {}", one.name.text, article.id.text), article.id, "article"))
            continue;
        for (auto const& obligation : article.obligations)
            (void)seen.add(fmt::format("obligation {} {}", one.name.text, obligation.id.text), obligation.id,
                           "obligation");
    }
}

// The parts of what is declared twice are not compared: one error for one cause.
void of_file(File const& file, Seen& seen) {
    for (auto const& one : file.concepts)
        (void)seen.add(fmt::format("concept {} {}", one.name.text, one.language), one.name, "concept",
                       one.language.empty() || one.language == unread_language
                           ? std::string()
                           : fmt::format(" in the lexicon {}", one.language));
    for (auto const& one : file.measures) {
        if (!seen.add("measure " + one.name.text, one.name, "measure")) continue;
        for (auto const& element : one.elements)
            (void)seen.add(fmt::format("part {} {}", one.name.text, element.name.text), element.name,
                           element.option ? "option" : "element");
    }
    for (auto const& one : file.kinds) {
        if (!seen.add("kind " + one.name.text, one.name, "kind")) continue;
        for (auto const& element : one.elements)
            (void)seen.add(fmt::format("element {} {}", one.name.text, element.text), element, "element");
    }
    for (auto const& one : file.instruments)
        if (seen.add("instrument " + one.name.text, one.name, "instrument")) parts_of(one, seen);
}

}  // namespace

void check_duplicates(Pack const& pack, Diagnostics& diagnostics) {
    Seen seen(diagnostics);
    for (auto const& file : pack.files) of_file(file, seen);
}

}  // namespace lacuna::dsl
