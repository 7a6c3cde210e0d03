#include "akn/expressions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <unordered_map>

namespace lacuna::akn {
namespace {

// Files that may stand for each other.
[[nodiscard]] std::string key_of(Document const& document) {
    auto const& meta = document.meta;
    if (meta.work_uri.empty() || meta.date_expression.size() < 10) return {};
    auto key = meta.work_uri + '\n' + meta.work_this + '\n' + meta.document_type;
    for (auto const& language : meta.languages) key += '\n' + language;
    return key;
}

// A date may carry a time; expressions are told apart by the day.
[[nodiscard]] std::string_view day_of(Document const& document) {
    return std::string_view(document.meta.date_expression).substr(0, 10);
}

// Whether `a` is the earlier of two expressions; those of one day follow their version numbers.
[[nodiscard]] bool earlier(Document const& a, Document const& b) {
    if (day_of(a) != day_of(b)) return day_of(a) < day_of(b);
    auto const number = [](Document const& d) { return std::strtoul(d.meta.version.c_str(), nullptr, 10); };
    if (number(a) != number(b)) return number(a) < number(b);
    return a.meta.version < b.meta.version;
}

[[nodiscard]] std::string called(Document const& document) {
    auto const& meta = document.meta;
    auto text = "the expression of " + meta.date_expression;
    return meta.version.empty() ? text : text + ", version " + meta.version;
}

class Chooser {
  public:
    Chooser(std::vector<Document const*> const& documents, std::string const& as_of, Diagnostics& diagnostics)
        : documents_(documents), as_of_(as_of), diagnostics_(diagnostics) {
        choice_.keep.assign(documents.size(), true);
    }

    ExpressionChoice run() {
        std::map<std::string, std::vector<std::size_t>> groups;
        for (std::size_t i = 0; i < documents_.size(); ++i)
            if (documents_[i] != nullptr)
                if (auto key = key_of(*documents_[i]); !key.empty()) groups[std::move(key)].push_back(i);
        for (auto& [key, group] : groups)
            if (group.size() > 1 || !as_of_.empty()) choose(group);
        return std::move(choice_);
    }

  private:
    void choose(std::vector<std::size_t>& group) {
        std::stable_sort(group.begin(), group.end(), [&](std::size_t a, std::size_t b) {
            return earlier(*documents_[a], *documents_[b]);
        });
        auto chosen = group.front();
        for (auto const i : group)
            if (as_of_.empty() || day_of(*documents_[i]) <= as_of_) chosen = i;
        auto const& kept = *documents_[chosen];
        if (!as_of_.empty() && day_of(kept) > as_of_)
            diagnostics_.add(diagnose(Code::akn_later_expression, {kept.source, 0, 0},
                                      fmt::format("{} is read for {}: none is as old", called(kept), as_of_),
                                      "add the expression that was in force on that day"));
        for (auto const i : group) {
            auto const& other = *documents_[i];
            if (!earlier(other, kept) && !earlier(kept, other)) {  // the same day: not told apart
                if (i != chosen) warn_of_double(other, kept);
                continue;
            }
            choice_.keep[i] = false;
            auto note = diagnose(Code::akn_set_aside, {other.source, 0, 0},
                                 fmt::format("{} is set aside: {} is read", called(other), called(kept)),
                                 as_of_.empty() ? "--as-of DATE chooses another" : "");
            note.others.push_back({{kept.source, 0, 0}, "read instead"});
            diagnostics_.add(std::move(note));
        }
    }

    void warn_of_double(Document const& one, Document const& other) {
        auto warning =
            diagnose(Code::akn_read_twice, {one.source, 0, 0},
                     fmt::format("another file is {} of the same act too: both are read", called(one)),
                     "keep one of the two, or mend what one of them says of itself in its "
                     "FRBRExpression");
        warning.others.push_back({{other.source, 0, 0}, "the other"});
        diagnostics_.add(std::move(warning));
    }

    std::vector<Document const*> const& documents_;
    std::string const& as_of_;
    Diagnostics& diagnostics_;
    ExpressionChoice choice_;
};

}  // namespace

ExpressionChoice choose_expressions(std::vector<Document const*> const& documents, std::string const& as_of,
                                    Diagnostics& diagnostics) {
    return Chooser(documents, as_of, diagnostics).run();
}

std::string_view work_of(std::string_view href) {
    auto file = href.substr(0, href.find('#'));
    if (auto const part = file.find("/!"); part != std::string_view::npos) file = file.substr(0, part);
    if (auto const at = file.find('@'); at != std::string_view::npos)
        file = file.substr(0, file.rfind('/', at));
    constexpr std::string_view main = "/main";
    if (file.size() > main.size() && file.substr(file.size() - main.size()) == main)
        file.remove_suffix(main.size());
    return file;
}

void resolve_across(std::vector<Document>& documents) {
    if (documents.size() < 2) return;
    std::map<std::string, std::size_t, std::less<>> acts;
    for (std::size_t i = 0; i < documents.size(); ++i)
        if (!documents[i].meta.work_uri.empty()) acts.emplace(documents[i].meta.work_uri, i);
    std::vector<std::unordered_map<std::string_view, std::size_t>> rows(documents.size());
    for (std::size_t from = 0; from < documents.size(); ++from) {
        for (auto& reference : documents[from].references) {
            if (reference.target.valid() || reference.href.empty() || reference.href.front() == '#') continue;
            auto const act = acts.find(work_of(reference.href));
            if (act == acts.end() || act->second == from) continue;
            reference.document = DocumentId(act->second);
            auto const hash = reference.href.find('#');
            if (hash == std::string_view::npos) continue;
            auto const& other = documents[act->second].provisions;
            auto& index = rows[act->second];
            if (index.empty())
                for (std::size_t i = 0; i < other.size(); ++i) index.emplace(other[i].eid, i);
            auto const row = index.find(reference.href.substr(hash + 1));
            if (row != index.end()) reference.target = ProvisionId(row->second);
        }
    }
}

}  // namespace lacuna::akn
