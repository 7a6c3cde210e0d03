#include "akn/bills/changes.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "akn/expressions.hpp"

namespace lacuna::akn::bills {
namespace {

[[nodiscard]] bool is_structure(Tag const& tag) {
    return tag.name == "quotedStructure" || tag.name == "embeddedStructure";
}
[[nodiscard]] bool is_quoted(Tag const& tag) {
    return is_structure(tag) || tag.name == "quotedText";
}
[[nodiscard]] bool is_mod(Tag const& tag) {
    return tag.name == "mod" || tag.name == "mmod" || tag.name == "rmod";
}

[[nodiscard]] ChangeText::Kind kind_of(std::string_view element, std::string_view type) {
    if (element != "textualMod") return ChangeText::Kind::other;
    if (type == "insertion") return ChangeText::Kind::insertion;
    if (type == "substitution" || type == "replacement") return ChangeText::Kind::substitution;
    if (type == "repeal" || type == "deletion") return ChangeText::Kind::repeal;
    return ChangeText::Kind::other;
}

class BillReader {
  public:
    BillReader(std::string_view raw, std::vector<Tag> const& tags) : raw_(raw), tags_(tags) {}

    [[nodiscard]] BillChanges run() {
        for (std::size_t i = 0; i < tags_.size(); ++i)
            if (auto id = id_of(tags_[i]); !id.empty()) by_id_.emplace(std::move(id), i);
        for (std::size_t i = 0; i < tags_.size(); ++i)
            if (tags_[i].name == "activeModifications") metadata(i);
        for (std::size_t i = 0; i < tags_.size(); ++i) text_of_bill(i);
        std::stable_sort(out_.changes.begin(), out_.changes.end(),
                         [](ChangeText const& a, ChangeText const& b) { return a.begin < b.begin; });
        note_quoted();
        note_acts();
        return std::move(out_);
    }

  private:
    [[nodiscard]] std::size_t find(std::string const& href) const {
        auto const at = by_id_.find(href.starts_with('#') ? href.substr(1) : href);
        return at == by_id_.end() ? tags_.size() : at->second;
    }

    template <class Visit>
    void children(std::size_t parent, Visit const& visit) const {
        for (auto i = parent + 1; i < tags_[parent].subtree_end; i = tags_[i].subtree_end) visit(i);
    }

    void metadata(std::size_t list) {
        children(list, [&](std::size_t item) { modification(item); });
    }

    void modification(std::size_t item) {
        ChangeText change;
        change.named =
            tags_[item].name == "textualMod" ? attribute(tags_[item], "type") : std::string(tags_[item].name);
        change.kind = kind_of(tags_[item].name, change.named);
        change.begin = tags_[item].begin;
        change.end = tags_[item].end;
        std::vector<std::size_t> sources;
        std::vector<ChangeText> destinations;
        children(item, [&](std::size_t i) {
            auto const& tag = tags_[i];
            auto const href = attribute(tag, "href");
            if (tag.name == "source" && find(href) < tags_.size()) sources.push_back(find(href));
            if (tag.name == "destination") {
                ChangeText one;
                one.destination = href;
                one.position = attribute(tag, "pos");
                one.several = !attribute(tag, "upTo").empty();
                destinations.push_back(std::move(one));
            }
            if (tag.name == "new") add_parts(find(href), change.fresh);
            if (tag.name == "old") add_parts(find(href), change.old);
        });
        finish(change, sources);
        if (destinations.empty()) out_.changes.push_back(change);
        for (auto const& one : destinations) {
            auto each = change;
            each.destination = one.destination;
            each.position = one.position;
            each.several = one.several;
            out_.changes.push_back(std::move(each));
        }
    }

    // Place, citations and, where the metadata names none, the parts of the text that it points to.
    void finish(ChangeText& change, std::vector<std::size_t> const& sources) {
        bool const named = !change.fresh.empty() || !change.old.empty();
        for (auto const source : sources) {
            claimed_.insert(source);
            change.begin = tags_[source].begin;
            change.end = tags_[source].end;
            cite(source, change.cited);
            if (!named) collect(source, change);
        }
        for (auto const* parts : {&change.fresh, &change.old})
            for (auto const& part : *parts) {
                if (!sources.empty()) break;
                change.begin = part.begin;
                change.end = part.end;
            }
    }

    // All that an element quotes. One piece of words that is not a repeal is new; of more, nobody says which.
    void collect(std::size_t from, ChangeText& change) {
        for (auto i = from; i < tags_[from].subtree_end; ++i) {
            if (!is_quoted(tags_[i])) continue;
            if (is_structure(tags_[i]))
                add_parts(i, change.fresh);
            else
                add_parts(i, change.unsorted);
            i = tags_[i].subtree_end - 1;
        }
        bool const sure = change.unsorted.size() == 1 && (change.kind == ChangeText::Kind::insertion ||
                                                          change.kind == ChangeText::Kind::repeal);
        if (!sure) return;
        auto& to = change.kind == ChangeText::Kind::repeal ? change.old : change.fresh;
        to.push_back(std::move(change.unsorted.front()));
        change.unsorted.clear();
    }

    void add_parts(std::size_t at, std::vector<Part>& parts) {
        if (at >= tags_.size()) return;
        claimed_.insert(at);
        auto const& tag = tags_[at];
        if (is_structure(tag)) {
            children(at, [&](std::size_t child) { parts.push_back(structure(child)); });
        } else if (tag.name == "quotedText" || !has_number(at)) {
            Part part;
            part.begin = tag.open_end;
            part.end = tag.close_begin;
            part.words = words_between(raw_, part.begin, part.end);
            parts.push_back(std::move(part));
        } else {
            parts.push_back(structure(at));
        }
    }

    [[nodiscard]] bool has_number(std::size_t at) const {
        bool found = false;
        children(at, [&](std::size_t child) {
            found = found || tags_[child].name == "num" || tags_[child].name == "heading";
        });
        return found;
    }

    [[nodiscard]] Part structure(std::size_t at) const {
        auto const& tag = tags_[at];
        Part part;
        part.structure = true;
        part.begin = tag.begin;
        part.end = tag.end;
        part.element = std::string(tag.name);
        part.id = id_of(tag);
        children(at, [&](std::size_t child) {
            auto const& inner = tags_[child];
            if (inner.name == "num" && part.num.empty())
                part.num = words_between(raw_, inner.open_end, inner.close_begin);
        });
        return part;
    }

    void cite(std::size_t from, std::vector<std::string>& cited) const {
        for (auto i = from; i < tags_[from].subtree_end; ++i) {
            if (is_quoted(tags_[i])) {
                i = tags_[i].subtree_end - 1;
                continue;
            }
            auto href = tags_[i].name == "ref" || tags_[i].name == "rref" ? attribute(tags_[i], "href") : "";
            if (!href.empty() && !href.starts_with('#')) cited.push_back(std::move(href));
        }
    }

    // A modification in the text that no metadata speaks of, or what is quoted outside of any.
    void text_of_bill(std::size_t at) {
        bool const mod = is_mod(tags_[at]);
        if (!mod && !is_structure(tags_[at])) return;
        for (auto i = at; i < tags_[at].subtree_end; ++i)
            if (claimed_.count(i) != 0) return;
        for (auto up = at; tags_[up].parent != up;) {
            up = tags_[up].parent;
            if (is_mod(tags_[up]) || is_quoted(tags_[up]) || claimed_.count(up) != 0) return;
        }
        ChangeText change;
        change.begin = tags_[at].begin;
        change.end = tags_[at].end;
        collect(at, change);
        for (auto up = at; change.cited.empty(); up = tags_[up].parent) {
            cite(up, change.cited);
            if (tags_[up].parent == up || tags_[up].name == "section" || tags_[up].name == "article") break;
        }
        if (!change.cited.empty()) change.destination = change.cited.back();
        out_.changes.push_back(std::move(change));
    }

    void note_quoted() {
        for (std::size_t i = 0; i < tags_.size(); ++i) {
            if (!is_quoted(tags_[i])) continue;
            out_.quoted.emplace_back(tags_[i].begin, tags_[i].end);
            i = tags_[i].subtree_end - 1;
        }
    }

    void note_acts() {
        std::set<std::string> works;
        for (auto const& tag : tags_)
            if (tag.name == "activeRef") works.emplace(work_of(attribute(tag, "href")));
        for (auto const& change : out_.changes) {
            works.emplace(work_of(change.destination));
            for (auto const& href : change.cited) works.emplace(work_of(href));
        }
        works.erase("");
        out_.acts.assign(works.begin(), works.end());
    }

    std::string_view raw_;
    std::vector<Tag> const& tags_;
    std::map<std::string, std::size_t> by_id_;
    std::set<std::size_t> claimed_;
    BillChanges out_;
};

}  // namespace

BillChanges read_changes(std::string_view raw, std::vector<Tag> const& tags) {
    return BillReader(raw, tags).run();
}

}  // namespace lacuna::akn::bills
