#include <fmt/format.h>

#include <algorithm>

#include "base/files.hpp"
#include "country/read_country.hpp"

namespace lacuna::country {
namespace fs = std::filesystem;
namespace {

constexpr auto country_file = "country.json";

class Selector {
  public:
    Selector(SourceMap& sources, Diagnostics& diagnostics) : sources_(sources), diagnostics_(diagnostics) {}

    void add(fs::path const& path) {
        std::error_code error;
        if (fs::is_directory(path, error) && fs::exists(path / country_file, error)) {
            add_country(path);
        } else if (fs::is_directory(path, error)) {
            auto const files = list_files(path, {".xml"}, sources_, diagnostics_);
            selection_.files.insert(selection_.files.end(), files.begin(), files.end());
            assume(fmt::format("every .xml file in '{}' is in the set: the folder has no country.json",
                               path.string()));
        } else {
            auto const files = list_files(path, {".xml"}, sources_, diagnostics_);
            for (auto const& file : files) selection_.as_law.insert(file.string());
            selection_.files.insert(selection_.files.end(), files.begin(), files.end());
        }
    }

    void add_bill(fs::path const& asked) {
        std::error_code error;
        auto const in_folder = selection_.country.folder / asked;
        auto const path = !fs::exists(asked, error) && fs::exists(in_folder, error) ? in_folder : asked;
        auto const files = list_files(path, {".xml"}, sources_, diagnostics_);
        for (auto const& file : files) {
            selection_.as_law.insert(file.string());
            selection_.with_bills.push_back(file.string());
            for (auto const& bill : selection_.country.bills)
                if ((selection_.country.folder / bill.file).lexically_normal() == file.lexically_normal())
                    note(file, bill);
        }
        selection_.files.insert(selection_.files.end(), files.begin(), files.end());
    }

    // Where no country file gives a name, that of the only folder stands for it.
    void name_after(fs::path const& path) {
        std::error_code error;
        if (!selection_.country.name.empty() || !fs::is_directory(path, error)) return;
        auto whole = fs::absolute(path, error).lexically_normal();
        if (!whole.has_filename()) whole = whole.parent_path();
        selection_.named_after = whole.filename().string();
        if (selection_.named_after.empty()) return;
        assume(name_assumed(selection_.named_after));
    }

    [[nodiscard]] Selection finish() {
        auto& files = selection_.files;
        std::sort(files.begin(), files.end());
        files.erase(std::unique(files.begin(), files.end()), files.end());
        if (unread_)
            assume(
                "country.json could not be read: what it says of names, kinds of law and reservations is "
                "left out");
        if (faulty_) assume("a part of country.json that holds an error is left out");
        if (selection_.country.assumed) {
            assume("any act may hold any kind of law");
            if (!unread_) assume("the country has made no reservation and no declaration");
        }
        return std::move(selection_);
    }

  private:
    void assume(std::string sentence) { selection_.assumed.push_back(std::move(sentence)); }

    void note(fs::path const& path, Act const& act) {
        if (!act.kinds.empty()) selection_.kinds[path.string()] = act.kinds;
        if (!act.title.empty()) selection_.titles[path.string()] = act.title;
    }

    void add_country(fs::path const& folder) {
        auto const errors = diagnostics_.errors();
        auto file = read_country(folder / country_file, sources_, diagnostics_);
        unread_ = unread_ || !file;
        if (!file) return add_unlisted(folder, {});
        faulty_ = faulty_ || diagnostics_.errors() > errors;
        file->country.folder = folder;
        auto const before = selection_.files.size();
        for (std::size_t i = 0; i < file->country.acts.size(); ++i)
            add_act(folder, file->country.acts[i], file->act_places[i]);
        if (file->country.acts.empty()) {
            add_unlisted(folder, file->country.bills);
        } else {
            warn_unlisted(folder, *file, before);
        }
        take_country(std::move(file->country));
    }

    void take_country(Country country) {
        if (selection_.country.assumed) {
            selection_.country = std::move(country);
            return;
        }
        auto const place = sources_.add((country.folder / country_file).string());
        diagnostics_.add(diagnose(Code::country_field, {place, 0, 0},
                                  fmt::format("the paths belong to two countries, {} and {}",
                                              selection_.country.name, country.name),
                                  "check one country at a time"));
    }

    void add_act(fs::path const& folder, Act const& act, Span place) {
        auto const path = folder / act.file;
        std::error_code error;
        if (!fs::exists(path, error)) {
            diagnostics_.add(diagnose(Code::country_missing_act, place,
                                      fmt::format("'{}' is not there", path.string()),
                                      "correct the name, or take the act out of the list"));
            return;
        }
        selection_.files.push_back(path);
        note(path, act);
    }

    void add_unlisted(fs::path const& folder, std::vector<Act> const& bills) {
        for (auto const& path : list_files(folder, {".xml"}, sources_, diagnostics_)) {
            auto const is_bill = [&](Act const& bill) { return folder / bill.file == path; };
            if (std::none_of(bills.begin(), bills.end(), is_bill)) selection_.files.push_back(path);
        }
    }

    void warn_unlisted(fs::path const& folder, CountryFile const& file, std::size_t before) {
        auto const& files = selection_.files;
        for (auto const& path : list_files(folder, {".xml"}, sources_, diagnostics_)) {
            auto const same = [&](Act const& act) {
                return (folder / act.file).lexically_normal() == path.lexically_normal();
            };
            auto const listed = std::any_of(files.begin() + static_cast<std::ptrdiff_t>(before), files.end(),
                                            [&](auto const& read) {
                                                return read.lexically_normal() == path.lexically_normal();
                                            }) ||
                                std::any_of(file.country.bills.begin(), file.country.bills.end(), same);
            if (listed) continue;
            diagnostics_.add(
                diagnose(Code::country_unlisted_act, {sources_.add(path.string()), 0, 0},
                         fmt::format("'{}' is not read: country.json does not list it", path.string()),
                         "add it to \"acts\" or to \"bills\""));
        }
    }

    SourceMap& sources_;
    Diagnostics& diagnostics_;
    Selection selection_;
    bool unread_ = false, faulty_ = false;  // a country file, as a whole or in part
};

}  // namespace

std::string name_assumed(std::string const& named_after) {
    return fmt::format("the title names the folder, “{}”: no country.json says what the country is called",
                       named_after);
}

Reservation const* Country::reservation(std::string_view instrument, std::string_view article) const {
    auto const at = std::find_if(reservations.begin(), reservations.end(), [&](Reservation const& r) {
        return r.instrument == instrument && r.article == article;
    });
    return at == reservations.end() ? nullptr : &*at;
}

Selection select(std::vector<fs::path> const& paths, SourceMap& sources, Diagnostics& diagnostics,
                 SelectOptions const& options) {
    Selector selector(sources, diagnostics);
    for (auto const& path : paths) selector.add(path);
    if (paths.size() == 1) selector.name_after(paths.front());
    for (auto const& bill : options.with_bills) selector.add_bill(bill);
    return selector.finish();
}

}  // namespace lacuna::country
