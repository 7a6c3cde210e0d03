#include "akn/bills/place.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "akn/bills/words.hpp"
#include "akn/names.hpp"
#include "akn/numbering.hpp"
#include "base/natural_order.hpp"

namespace lacuna::akn::bills {
namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

[[nodiscard]] std::string name_of(Part const& part) {
    auto num = part.num;
    while (!num.empty() && (num.back() == '.' || num.back() == ' ')) num.pop_back();
    return num.empty() ? part.element : fmt::format("{} {}", part.element, num);
}

[[nodiscard]] std::string names_of(std::vector<Part> const& parts) {
    std::string names;
    for (auto const& part : parts) names += (names.empty() ? "" : " and ") + name_of(part);
    return names;
}

class Placer {
  public:
    Placer(ChangeText const& change, Target const& target)
        : change_(change), target_(target), document_(target.document) {}

    [[nodiscard]] Placed run() {
        if (change_.kind == ChangeText::Kind::other)
            return not_done(fmt::format("a change of the kind '{}' is not made", change_.named));
        if (change_.several) return not_done("it reaches over several provisions");
        auto const id = fragment_of(change_.destination);
        tag_ = id.empty() ? nowhere : tag_named(id);
        if (change_.kind == ChangeText::Kind::repeal) return repeal(id);
        bool const structures = std::any_of(change_.fresh.begin(), change_.fresh.end(),
                                            [](Part const& p) { return p.structure; });
        if (structures) return put_structures(id);
        if (change_.fresh.empty() && change_.old.empty() && change_.unsorted.empty())
            return not_done("the file does not say what it does");
        return put_words(id);
    }

  private:
    Placed not_done(std::string why) {
        if (done_.text.empty()) done_.text = intent();
        if (done_.text.ends_with(": ")) done_.text.resize(done_.text.size() - 2);
        done_.edits.clear();
        done_.renames.clear();
        done_.repealed.clear();
        done_.why_not = std::move(why);
        return std::move(done_);
    }

    [[nodiscard]] std::string intent() const {
        auto const what = !change_.fresh.empty() && change_.fresh.front().structure ? names_of(change_.fresh)
                          : change_.named.empty()                                   ? std::string("a change")
                                                                                    : change_.named;
        auto const id = fragment_of(change_.destination);
        return fmt::format("{}{} of {}", what, id.empty() ? "" : ", " + id, act());
    }

    [[nodiscard]] std::string act() const {
        auto const& meta = document_.meta;
        return meta.title.empty() ? meta.work_uri : meta.title;
    }

    [[nodiscard]] std::size_t tag_at(std::uint32_t begin) const {
        auto const at = std::lower_bound(target_.tags.begin(), target_.tags.end(), begin,
                                         [](Tag const& tag, std::uint32_t b) { return tag.begin < b; });
        return at == target_.tags.end() || at->begin != begin
                   ? nowhere
                   : static_cast<std::size_t>(at - target_.tags.begin());
    }

    // The element of a row; none when the reader made the row from words inside a paragraph.
    [[nodiscard]] std::size_t tag_of(ProvisionId row) const { return tag_at(document_.at(row).source.begin); }

    // A row of that identifier, else any element of it outside the metadata.
    [[nodiscard]] std::size_t tag_named(std::string const& id) const {
        if (auto const row = document_.find(id); row.valid()) return tag_of(row);
        for (std::size_t i = 0; i < target_.tags.size(); ++i) {
            if (target_.tags[i].name == "meta") i = target_.tags[i].subtree_end;
            if (i < target_.tags.size() && id_of(target_.tags[i]) == id) return i;
        }
        return nowhere;
    }

    [[nodiscard]] ProvisionId row_of(std::size_t tag) const {
        for (std::size_t i = 0; i < document_.provisions.size(); ++i)
            if (document_.provisions[i].source.begin == target_.tags[tag].begin) return ProvisionId(i);
        return {};
    }

    // The provision that an element is in, for a reader.
    [[nodiscard]] std::string citation(std::size_t tag) const {
        for (auto at = tag;; at = target_.tags[at].parent) {
            if (auto const row = row_of(at); row.valid()) return document_.citation_of(row);
            if (target_.tags[at].parent == at) return id_of(target_.tags[tag]);
        }
    }

    // ---- repeal

    Placed repeal(std::string const& id) {
        if (id.empty()) {
            if (change_.destination.empty()) return not_done("the file does not say what is repealed");
            for (auto const& row : document_.provisions)
                if (!row.parent.valid()) done_.repealed.emplace_back(row.eid);
            done_.text = act() + ": repealed";
            return std::move(done_);
        }
        if (tag_ == nowhere && !document_.find(id).valid())
            return not_done(fmt::format("it has no '{}'", id));
        if (!change_.old.empty() && !change_.old.front().structure) return put_words(id);
        if (auto const row = document_.find(id); row.valid()) {
            done_.repealed.push_back(id);
            done_.text = fmt::format("{} of {}: repealed", document_.citation_of(row), act());
            return std::move(done_);
        }
        done_.edits.push_back({target_.tags[tag_].begin, target_.tags[tag_].end, {}});
        done_.text = fmt::format("a part of {} of {}: taken out", citation(tag_), act());
        return std::move(done_);
    }

    // ---- provisions

    Placed put_structures(std::string const& id) {
        for (auto const& part : change_.fresh)
            if (!part.structure) return not_done("it puts in words and provisions at once");
        bool const replaces = change_.kind == ChangeText::Kind::substitution;
        if (replaces && tag_ != nowhere) return replace(tag_, id);
        if (change_.position == "before" || change_.position == "after" || change_.position == "end") {
            if (tag_ == nowhere) return not_done(fmt::format("it has no '{}'", id));
            return put_beside(id);
        }
        if (replaces || change_.kind == ChangeText::Kind::unsaid) {
            if (auto const same = same_number(change_.fresh.front()); same.valid())
                return replace(tag_of(same), std::string(document_.at(same).eid));
            if (replaces) return not_done(fmt::format("it has no {}", name_of(change_.fresh.front())));
        }
        for (auto const& part : change_.fresh)
            if (!put_by_number(part, id)) return not_done(cause_);
        return std::move(done_);
    }

    Placed replace(std::size_t tag, std::string const& id) {
        if (tag == nowhere) return not_done("the file does not mark the old provision as an element");
        auto const& old = target_.tags[tag];
        auto const was = citation(tag);
        Edit edit{old.begin, old.end, {}};
        for (auto const& part : change_.fresh) {
            edit.pieces.push_back({part.begin, part.end, ""});
            name_anew(part, &part == &change_.fresh.front() ? id : identifier_beside(tag, part));
        }
        done_.edits.push_back(std::move(edit));
        done_.text = fmt::format("{} of {}: replaced by {}", was, act(), names_of(change_.fresh));
        return std::move(done_);
    }

    Placed put_beside(std::string const& id) {
        auto const& anchor = target_.tags[tag_];
        bool const inside = change_.position == "end";
        if (inside && anchor.empty()) return not_done(fmt::format("'{}' is an empty element", id));
        auto const at = change_.position == "before" ? anchor.begin
                        : inside                     ? anchor.close_begin
                                                     : anchor.end;
        Edit edit{at, at, {}};
        for (auto const& part : change_.fresh) {
            edit.pieces.push_back({part.begin, part.end, ""});
            name_anew(part, inside ? id + "__" + short_id(part) : identifier_beside(tag_, part));
        }
        done_.edits.push_back(std::move(edit));
        done_.text = fmt::format("{} of {}: put in {} {}", names_of(change_.fresh), act(),
                                 inside ? "at the end of" : change_.position, citation(tag_));
        return std::move(done_);
    }

    // Behind the provision of its kind whose number comes before its own.
    [[nodiscard]] bool put_by_number(Part const& part, std::string const& id) {
        auto const number = number_for_id(part.num);
        if (number.empty()) {
            cause_ = fmt::format("nothing says where {} goes: it has no number, and no place is named",
                                 name_of(part));
            return false;
        }
        ProvisionId before, after;
        for (auto const row : siblings(part)) {
            auto const other = number_for_id(document_.at(row).num);
            if (other == number) {
                cause_ = fmt::format("it has a {} already", name_of(part));
                return false;
            }
            if (natural_less(other, number)) {
                bool const nearer =
                    !before.valid() || !natural_less(other, number_for_id(document_.at(before).num));
                if (nearer) before = row;
            } else if (!after.valid()) {
                after = row;
            }
        }
        auto const anchor = before.valid() ? before : after;
        auto const tag = anchor.valid() ? tag_of(anchor) : nowhere;
        if (tag == nowhere) {
            cause_ = fmt::format("it has no {} beside which {} could stand", part.element, name_of(part));
            return false;
        }
        auto const at = before.valid() ? target_.tags[tag].end : target_.tags[tag].begin;
        done_.edits.push_back({at, at, {{part.begin, part.end, ""}}});
        bool const named = change_.fresh.size() == 1 && !id.empty() && tag_ == nowhere;
        name_anew(part, named ? id : identifier_beside(tag, part));
        done_.text += fmt::format("{}{} of {}: put in {} {}", done_.text.empty() ? "" : "; ", name_of(part),
                                  act(), before.valid() ? "after" : "before", document_.citation_of(anchor));
        return true;
    }

    // Rows of the same kind: beside the one that the bill cites, below the one that it names, else anywhere.
    [[nodiscard]] std::vector<ProvisionId> siblings(Part const& part) const {
        ProvisionId parent;
        std::size_t from = 0, to = document_.provisions.size();
        bool same_parent = false;
        auto hrefs = change_.cited;
        hrefs.push_back(change_.destination);
        for (auto const& href : hrefs) {
            auto const row = document_.find(fragment_of(href));
            if (fragment_of(href).empty() || !row.valid()) continue;
            if (document_.at(row).element == part.element) {
                parent = document_.at(row).parent;
                same_parent = true;
            } else {
                from = row.index();
                to = document_.at(row).subtree_end;
            }
            break;
        }
        std::vector<ProvisionId> rows;
        for (auto i = from; i < to; ++i) {
            auto const& row = document_.provisions[i];
            if (row.element != part.element || row.quoted || row.attachment || row.num.empty()) continue;
            if (!same_parent || row.parent == parent) rows.push_back(ProvisionId(i));
        }
        return rows;
    }

    [[nodiscard]] ProvisionId same_number(Part const& part) const {
        auto const number = number_for_id(part.num);
        for (auto const row : siblings(part))
            if (!number.empty() && number_for_id(document_.at(row).num) == number) return row;
        return {};
    }

    // ---- identifiers

    [[nodiscard]] static std::string short_id(Part const& part) {
        return fmt::format("{}_{}", abbreviation(part.element), number_for_id(part.num));
    }
    // As the one beside it is named, with the number of the new one.
    [[nodiscard]] std::string identifier_beside(std::size_t tag, Part const& part) const {
        auto const row = row_of(tag);
        auto const beside = row.valid() ? std::string(document_.at(row).eid) : id_of(target_.tags[tag]);
        auto const last = beside.rfind("__");
        return (last == std::string::npos ? "" : beside.substr(0, last + 2)) + short_id(part);
    }
    void name_anew(Part const& part, std::string const& id) {
        if (!part.id.empty() && !id.empty() && part.id != id) done_.renames.emplace_back(part.id, id);
    }

    // ---- words

    Placed put_words(std::string const& id) {
        if (tag_ == nowhere && !document_.find(id).valid())
            return not_done(id.empty() ? "the file does not say in which provision"
                                       : fmt::format("it has no '{}'", id));
        WordChange words{change_, target_, tag_, document_.find(id)};
        done_.text = fmt::format(
            "{} of {}: ", words.provision.valid() ? document_.citation_of(words.provision) : citation(tag_),
            act());
        auto const cause = change_words(words, done_);
        return cause.empty() ? std::move(done_) : not_done(cause);
    }

    ChangeText const& change_;
    Target const& target_;
    Document const& document_;
    std::size_t tag_ = nowhere;
    std::string cause_;
    Placed done_;
};

}  // namespace

std::string fragment_of(std::string const& href) {
    auto const at = href.find('#');
    return at == std::string::npos ? std::string() : href.substr(at + 1);
}

Placed place(ChangeText const& change, Target const& target) {
    return Placer(change, target).run();
}

}  // namespace lacuna::akn::bills
