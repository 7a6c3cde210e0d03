// A name is declared once in a pack; a concept once in each language.
#include <fmt/format.h>

#include "dsl/checks/checks.hpp"

namespace lacuna::dsl {
namespace {

// What must be one: "element" "conduct" of "offence". All three stand in the pack.
struct Key {
    std::string_view what, name, of;
    bool operator==(Key const&) const = default;
};
struct KeyHash {
    [[nodiscard]] std::size_t operator()(Key const& key) const {
        std::hash<std::string_view> const hash;
        return hash(key.name) * 31 + hash(key.of) * 7 + hash(key.what);
    }
};

class Seen {
  public:
    explicit Seen(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}
    // True when it is the first of its name. `called`: what an error calls it; `lexicon`: in which of them it
    // stands, where there are several.
    bool add(Name const& name, std::string_view called, Key const& key, std::string_view lexicon = {}) {
        auto const [first, fresh] = first_.emplace(key, &name);
        if (fresh) return true;
        auto diagnostic = diagnose(Code::rule_duplicate, name.span,
                                   fmt::format("{} '{}' is declared twice{}{}", called, name.text,
                                               lexicon.empty() ? "" : " in the lexicon ", lexicon),
                                   "give one of them another name, or join the two");
        diagnostic.others.push_back({first->second->span, "first declared here"});
        diagnostics_.add(std::move(diagnostic));
        return false;
    }
    bool add(Name const& name, std::string_view what, std::string_view of = {}) {
        return add(name, what, {what, name.text, of});
    }

  private:
    std::unordered_map<Key, Name const*, KeyHash> first_;
    Diagnostics& diagnostics_;
};

void parts_of(Instrument const& one, Seen& seen) {
    for (auto const& article : one.articles) {
        if (!article.id.text.empty() && !seen.add(article.id, "article", one.name.text)) continue;
        for (auto const& obligation : article.obligations)
            (void)seen.add(obligation.id, "obligation", one.name.text);
    }
}

// The parts of what is declared twice are not compared: one error for one cause.
void of_file(File const& file, Seen& seen) {
    for (auto const& one : file.concepts)
        (void)seen.add(one.name, "concept", {"concept", one.name.text, one.language},
                       one.language == unread_language ? std::string_view() : one.language);
    for (auto const& one : file.measures) {
        if (!seen.add(one.name, "measure")) continue;
        for (auto const& element : one.elements)  // options and elements share their names
            (void)seen.add(element.name, element.option ? "option" : "element",
                           {"part", element.name.text, one.name.text});
    }
    for (auto const& one : file.kinds) {
        if (!seen.add(one.name, "kind")) continue;
        for (auto const& element : one.elements) (void)seen.add(element, "element", one.name.text);
    }
    for (auto const& one : file.instruments)
        if (seen.add(one.name, "instrument")) parts_of(one, seen);
}

}  // namespace

void check_duplicates(Pack const& pack, Diagnostics& diagnostics) {
    Seen seen(diagnostics);
    for (auto const& file : pack.files) of_file(file, seen);
}

}  // namespace lacuna::dsl
